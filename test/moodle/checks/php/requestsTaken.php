<?php
// Says in JSON what an upgrade left on the site in MOODLE_SITE_DIR of the requests, settings and tokens of the plugin before it.

define('CLI_SCRIPT', true);
define('NO_UPGRADE_CHECK', true);
require(getenv('MOODLE_SITE_DIR') . '/config.php');

const PLUGIN = 'block_my_external_backup_restore_courses';

$rows = static function (string $sql, array $params = []) use ($DB): array {
    $lines = [];
    foreach ($DB->get_recordset_sql($sql, $params) as $row) {
        $lines[] = implode(' ', array_map('strval', (array) $row));
    }
    sort($lines);
    return $lines;
};
$taken = $DB->get_manager()->table_exists(PLUGIN . '_request');
$requests = '{' . PLUGIN . '_request}';
echo json_encode([
    'states' => $taken ? $rows("SELECT state, COUNT(*) AS amount FROM $requests GROUP BY state") : [],
    'requests' => $taken ? $rows("SELECT r.remotecourse, r.remote, r.fullname, r.target, r.categoryid, r.withusers, r.enrolment, r.state, r.reason,
        r.courseid, r.timecreated, r.timechanged, r.timeended, u.username, b.username AS byname
        FROM $requests r JOIN {user} u ON u.id = r.userid JOIN {user} b ON b.id = r.requestedby") : [],
    'config' => $rows("SELECT name, value FROM {config_plugins} WHERE plugin = ? AND name <> 'version'", [PLUGIN]),
    'service' => $rows('SELECT s.shortname, s.enabled, s.restrictedusers, s.downloadfiles, t.token, u.username
        FROM {external_services} s JOIN {external_tokens} t ON t.externalserviceid = s.id JOIN {user} u ON u.id = t.userid
        WHERE s.component = ?', [PLUGIN]),
    'table' => $DB->get_manager()->table_exists('block_external_backuprestore'),
]);
