<?php
// Renders each template of a plugin with its own example, and reads the HTML: php mustacheLint.php COMPONENT. Prints findings as JSON.

define('CLI_SCRIPT', true);
[, $component] = $argv;
require(getenv('MOODLE_SITE_DIR') . '/config.php');

\core\session\manager::set_user(get_admin());
$PAGE->set_url('/');
$PAGE->set_context(\core\context\system::instance());
$output = $PAGE->get_renderer('core');
libxml_use_internal_errors(true);

/** What is wrong with HTML; tags that libxml is too old to know are none of its business. */
function html_findings(string $html): array {
    $document = new DOMDocument();
    $document->loadHTML("<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>x</title></head><body>\n$html<p id=\"lint-after\"></p></body></html>");
    $found = [];
    foreach (libxml_get_errors() as $error) {
        $said = trim($error->message);
        if (!preg_match('/^Tag [\w-]+ invalid$/', $said)) {
            $found[] = "$said (line " . ($error->line - 1) . ' of the HTML)';
        }
    }
    libxml_clear_errors();
    $after = $document->getElementById('lint-after');
    if ($after === null || $after->parentNode->nodeName !== 'body') {
        $found[] = 'a tag is left open: ' . ($after?->parentNode->nodeName ?? 'unknown');
    }
    return $found;
}

$findings = [];
$folder = core_component::get_component_directory($component) . '/templates';
foreach (is_dir($folder) ? new RecursiveIteratorIterator(new RecursiveDirectoryIterator($folder)) : [] as $file) {
    if ($file->getExtension() !== 'mustache') {
        continue;
    }
    $name = substr($file->getPathname(), strlen($folder) + 1, -strlen('.mustache'));
    preg_match('/Example context \(json\):\s*(\{.*?\n?\s*\})\s*\}\}/s', file_get_contents($file->getPathname()), $example);
    $context = json_decode($example[1] ?? '');
    if ($context === null) {
        $findings[] = "$name: no example context that is JSON";
        continue;
    }
    try {
        $html = $output->render_from_template("$component/$name", $context);
    } catch (Throwable $problem) {
        $findings[] = "$name: " . $problem->getMessage();
        continue;
    }
    foreach ([...html_findings($html), ...(trim($html) === '' ? ['its example shows nothing'] : [])] as $finding) {
        $findings[] = "$name: $finding";
    }
}
echo json_encode($findings, JSON_UNESCAPED_SLASHES), "\n";
