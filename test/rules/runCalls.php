<?php
// Runs calls of rules, one JSON line each on standard input: ["class", "method", [arguments]]. Answers one JSON line each.
// Arguments: the PHP files that hold the rules.

declare(strict_types=1);

error_reporting(E_ALL);
ob_start(null, 1 << 20); // One write for thousands of answers.
set_error_handler(static function (int $level, string $message): bool {
    throw new ErrorException($message, 0, $level);
});
foreach (array_slice($argv, 1) as $file) {
    require_once($file);
}
$flags = JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_LINE_TERMINATORS | JSON_PRESERVE_ZERO_FRACTION | JSON_THROW_ON_ERROR;
while (($line = fgets(STDIN)) !== false) {
    try {
        [$class, $method, $given] = json_decode($line, true, 512, JSON_THROW_ON_ERROR);
        echo json_encode($class::$method(...$given), $flags), "\n";
    } catch (Throwable $error) {
        echo '!', str_replace("\n", ' ', get_class($error) . ': ' . $error->getMessage()), "\n";
    }
}
