<?php
// What of a plugin is in the database: php census.php COMPONENT. Prints JSON: the tables, and each row that names the plugin.

define('CLI_SCRIPT', true);
[, $component] = $argv;
require(getenv('MOODLE_SITE_DIR') . '/config.php');

// History that Moodle keeps on purpose: what happened stays true after a plugin is gone.
$history = ['upgrade_log', 'config_log', 'logstore_standard_log', 'task_log', 'notifications'];
[$type, $name] = core_component::normalize_component($component);
$names = [$component, "{$type}/{$name}"];

/**
 * Whether a row names the plugin in one of its columns.
 *
 * @param stdClass $row
 * @param string[] $names
 * @param string $type
 * @param string $name
 * @return bool
 */
function names_plugin(stdClass $row, array $names, string $type, string $name): bool {
    foreach ((array) $row as $column => $value) {
        if ($type === 'block' && in_array($column, ['blockname', 'name'], true) && $value === $name) {
            return true;
        }
        foreach ($names as $one) {
            if (is_string($value) && str_contains(str_replace('\\\\', '\\', $value), $one)) {
                return true;
            }
        }
    }
    return false;
}

$found = [];
$tables = array_values($DB->get_tables(false));
sort($tables);
foreach (array_diff($tables, $history) as $table) {
    $rows = $DB->get_recordset($table);
    foreach ($rows as $row) {
        if (names_plugin($row, $names, $type, $name)) {
            $text = json_encode(array_map(fn($value) => is_string($value) ? mb_substr($value, 0, 60) : $value, (array) $row));
            $found[] = "{$table}: {$text}";
        }
    }
    $rows->close();
}
echo json_encode(['tables' => $tables, 'rows' => $found], JSON_UNESCAPED_SLASHES), "\n";
