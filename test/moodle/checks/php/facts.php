<?php
// What a plugin declares, as Moodle itself reads it: php facts.php COMPONENT. Prints JSON.

define('CLI_SCRIPT', true);
[, $component] = $argv;
require(getenv('MOODLE_SITE_DIR') . '/config.php');
require_once($CFG->libdir . '/ddllib.php');

/**
 * The variable that a db file defines, or an empty array where there is no such file.
 *
 * @param string $file
 * @param string $variable
 * @return array
 */
function declared(string $file, string $variable): array {
    global $CFG;
    if (!is_file($file)) {
        return [];
    }
    $$variable = [];
    require($file);
    return $$variable;
}

/**
 * The keys of a language file.
 *
 * @param string $file
 * @return string[]
 */
function string_keys(string $file): array {
    return array_keys(declared($file, 'string'));
}

$dir = core_component::get_component_directory($component);
[$type, $name] = core_component::normalize_component($component);
$plugin = new stdClass();
require($dir . '/version.php');

$tables = [];
if (is_file($dir . '/db/install.xml')) {
    $file = new xmldb_file($dir . '/db/install.xml');
    $file->loadXMLStructure();
    foreach ($file->getStructure()->getTables() as $table) {
        $tables[$table->getName()] = array_map(fn($field) => $field->getName(), $table->getFields());
    }
}
$langs = [];
foreach (glob($dir . '/lang/*', GLOB_ONLYDIR) as $folder) {
    $langs[basename($folder)] = string_keys("{$folder}/" . ($type === 'mod' ? $name : $component) . '.php');
}
$services = array_merge(...array_values(array_map(
    fn($function) => [$function['classname'] ?? ''],
    declared($dir . '/db/services.php', 'functions'),
)) ?: [[]]);
$provider = "{$component}\\privacy\\provider";

echo json_encode([
    'dir' => $dir,
    'type' => $type,
    'name' => $name,
    'version' => (array) $plugin,
    'capabilities' => array_keys(declared($dir . '/db/access.php', 'capabilities')),
    'riskless' => array_keys(array_filter(
        declared($dir . '/db/access.php', 'capabilities'),
        fn($capability) => $capability['captype'] === 'write' && empty($capability['riskbitmask']),
    )),
    'messages' => array_keys(declared($dir . '/db/messages.php', 'messageproviders')),
    'caches' => array_keys(declared($dir . '/db/caches.php', 'definitions')),
    'tables' => $tables ?: new stdClass(),
    'langs' => $langs,
    'missingclasses' => array_values(array_filter(array_merge(
        $services,
        array_column(declared($dir . '/db/tasks.php', 'tasks'), 'classname'),
    ), fn($class) => !class_exists($class))),
    'privacy' => [
        'exists' => class_exists($provider),
        'null' => class_exists($provider) && is_subclass_of($provider, \core_privacy\local\metadata\null_provider::class),
        'users' => class_exists($provider) && is_subclass_of($provider, \core_privacy\local\request\core_userlist_provider::class),
    ],
], JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES), "\n";
