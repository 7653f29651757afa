<?php
// Says in JSON what an upgrade left on the site in MOODLE_SITE_DIR, in names that are the same on every site.

define('CLI_SCRIPT', true);
require(getenv('MOODLE_SITE_DIR') . '/config.php');

const OURS = 'block_course_notification';

$names = 'FROM {' . OURS . '_%s} x JOIN {course} c ON c.id = x.courseid JOIN {user} u ON u.id = x.userid';
$rows = static function (string $sql, array $params = []) use ($DB): array {
    $lines = [];
    foreach ($DB->get_recordset_sql($sql, $params) as $row) {
        $lines[] = implode(' ', array_map('strval', (array) $row));
    }
    sort($lines);
    return $lines;
};
$blocks = [];
foreach ($DB->get_records('block_instances', ['blockname' => 'course_notification']) as $block) {
    $config = (array) unserialize_object(base64_decode((string) $block->configdata));
    $isown = ($config['startof'] ?? '') === "$block->id:$block->parentcontextid";
    unset($config['startof']);
    $course = $DB->get_field('course', 'shortname', ['id' => \core\context::instance_by_id($block->parentcontextid)->instanceid]);
    $blocks[] = $course . ' ' . ($isown ? 'own ' : 'foreign ') . json_encode($config);
}
sort($blocks);
$isknown = "CASE WHEN x.state = 'marked' THEN 0 ELSE x.timeclaimed END";
echo json_encode([
    'blocks' => $blocks,
    'sent' => $rows("SELECT c.shortname, u.username, x.signalname, x.anchor, x.state, $isknown AS claimed " . sprintf($names, 'sent')),
    'due' => $rows('SELECT c.shortname, u.username, x.signalname, x.anchor, x.timedue ' . sprintf($names, 'due')),
    'config' => $rows('SELECT name, value FROM {config_plugins} WHERE plugin = ?', [OURS]),
    'roles' => $rows('SELECT r.shortname, rc.capability, rc.permission FROM {role_capabilities} rc JOIN {role} r ON r.id = rc.roleid
        WHERE ' . $DB->sql_like('rc.capability', '?'), ['block/course_notification:%']),
    'table' => $DB->get_manager()->table_exists(OURS),
]);
