<?php
// Makes the site in MOODLE_SITE_DIR one of the plugin that had the name of ours before: php earlierSite.php NOW FIXTURE.
// Its code is not needed for that. What it leaves is a table, rows of Moodle's own tables, and configurations of blocks.

define('CLI_SCRIPT', true);
[, $now, $fixture] = $argv;
require(getenv('MOODLE_SITE_DIR') . '/config.php');
require_once($CFG->dirroot . '/course/lib.php');
require_once($CFG->libdir . '/enrollib.php');
require_once($CFG->libdir . '/ddllib.php');

const PLUGIN = 'block_course_notification';
const CROWD = 1500;

\core\session\manager::set_user(get_admin());
$now = (int) $now;
$given = json_decode(file_get_contents($fixture), true);

$table = new xmldb_table(PLUGIN);
$table->add_field('id', XMLDB_TYPE_INTEGER, '10', null, XMLDB_NOTNULL, XMLDB_SEQUENCE);
foreach (['userid', 'courseid', ...$given['columns']] as $column) {
    $table->add_field($column, XMLDB_TYPE_INTEGER, '11', null, XMLDB_NOTNULL, null, '0');
}
$table->add_key('primary', XMLDB_KEY_PRIMARY, ['id']);
$table->add_index('ix_unique_course_user', XMLDB_INDEX_UNIQUE, ['courseid', 'userid']);
$DB->get_manager()->create_table($table);

$DB->insert_record('block', (object) ['name' => 'course_notification', 'visible' => 1]);
foreach ($given['config'] + ['version' => $given['version']] as $name => $value) {
    set_config($name, $value, PLUGIN);
}
foreach ($given['capabilities'] as $name) {
    $DB->insert_record('capabilities', (object) [
        'name' => "block/course_notification:$name", 'captype' => 'write', 'contextlevel' => CONTEXT_BLOCK, 'component' => PLUGIN, 'riskbitmask' => 0,
    ]);
}
$DB->insert_record('task_scheduled', (object) [
    'component' => PLUGIN, 'classname' => '\\' . PLUGIN . '\\task\\notification_task', 'lastruntime' => 0, 'nextruntime' => $now,
    'minute' => '0', 'hour' => '22', 'day' => '*', 'month' => '*', 'dayofweek' => '*', 'faildelay' => 0, 'customised' => 1, 'disabled' => 0,
]);
$apprentice = create_role('Apprentice', 'apprentice', 'A role that somebody made.');
set_role_contextlevels($apprentice, [CONTEXT_COURSE]);

$roles = $DB->get_records_menu('role', null, '', 'shortname, id');
$columns = array_fill_keys($given['columns'], 0);

$course = static function (string $name, ?string $block) use ($now, $given, $DB): stdClass {
    $made = create_course((object) ['shortname' => "earlier-$name", 'fullname' => "Earlier $name", 'category' => 1, 'startdate' => $now - 200 * DAYSECS, 'enddate' => 0]);
    if ($block !== null) {
        $config = $given['blocks'][$block];
        $DB->insert_record('block_instances', (object) [
            'blockname' => 'course_notification', 'parentcontextid' => \core\context\course::instance($made->id)->id, 'showinsubcontexts' => 0,
            'pagetypepattern' => 'course-view-*', 'defaultregion' => 'side-post', 'defaultweight' => 0,
            'configdata' => $config === null ? '' : base64_encode(serialize((object) $config)), 'timecreated' => $now, 'timemodified' => $now,
        ]);
    }
    return $made;
};
// Times are seconds from now. Marks are given as signal => when.
$learner = static function (string $name, stdClass $course, int $start, int $end, array $marks, string $enrol = 'manual', string $role = 'student') use ($now, $DB, $roles, $columns): int {
    $userid = $DB->insert_record('user', (object) [
        'username' => "earlier-$name", 'firstname' => ucfirst($name), 'lastname' => 'Earlier', 'email' => "earlier-$name@example.com",
        'auth' => 'manual', 'confirmed' => 1, 'mnethostid' => 1, 'timecreated' => $now, 'password' => 'not cached', 'lang' => 'en',
    ]);
    $instance = $DB->get_record('enrol', ['courseid' => $course->id, 'enrol' => $enrol], '*', IGNORE_MULTIPLE);
    if (!$instance) {
        $instance = (object) ['id' => enrol_get_plugin($enrol)->add_instance($course, ['status' => ENROL_INSTANCE_ENABLED])];
    }
    $DB->set_field('enrol', 'status', ENROL_INSTANCE_ENABLED, ['id' => $instance->id]);
    $DB->insert_record('user_enrolments', (object) [
        'enrolid' => $instance->id, 'userid' => $userid, 'status' => ENROL_USER_ACTIVE, 'timestart' => $now + $start,
        'timeend' => $end === 0 ? 0 : $now + $end, 'modifierid' => 2, 'timecreated' => $now + $start, 'timemodified' => $now + $start,
    ]);
    role_assign($roles[$role], $userid, \core\context\course::instance($course->id)->id);
    $mark = [];
    foreach ($marks as $signal => $when) {
        $mark += ["{$signal}notified" => 1, "{$signal}notedate" => $now + $when];
    }
    if ($mark !== []) {
        $DB->insert_record(PLUGIN, (object) ($mark + $columns + ['courseid' => $course->id, 'userid' => $userid]));
    }
    return $userid;
};

$on = $course('on', 'on');
$soon = ['firstassign' => -1800];
$called = ['firstassign' => -15 * DAYSECS, 'firstcall' => -8 * DAYSECS, 'secondcall' => -3600, 'inactive' => -3600];
$learner('new', $on, -3600, 0, []);
$learner('told', $on, -3600, 0, $soon);
$learner('called', $on, -15 * DAYSECS, 0, $called);
$learner('ending', $on, -15 * DAYSECS, 6 * DAYSECS, $called + ['oneweeknearend' => -3600]);
$learner('teacher', $on, -3600, 0, [], 'manual', 'editingteacher');
$learner('apprentice', $on, -3600, 0, $soon, 'manual', 'apprentice');
$suspended = $learner('suspended', $on, -3600, 0, $soon);
$DB->set_field('user_enrolments', 'status', ENROL_USER_SUSPENDED, ['userid' => $suspended]);
$stopped = $course('stopped', 'on');
$learner('stopped', $stopped, -3600, 0, $soon);
$DB->set_field('enrol', 'status', ENROL_INSTANCE_DISABLED, ['courseid' => $stopped->id, 'enrol' => 'manual']);
$learner('pluginoff', $on, -3600, 0, $soon, 'self');
$gone = $course('gone', null);
$learner('gone', $gone, -3600, 0, $soon);
foreach (['off', 'autosaved', 'never'] as $shape) {
    $learner($shape, $course($shape, $shape), -3600, 0, []);
}
set_config('enrol_plugins_enabled', implode(',', array_diff(explode(',', $CFG->enrol_plugins_enabled), ['self'])));

// Enough of everything that an upgrade takes a while.
for ($number = 0; $number < 20; $number++) {
    $course("many-$number", ['never', 'autosaved', 'off'][$number % 3]);
}
$crowd = $course('crowd', 'patient');
$context = \core\context\course::instance($crowd->id);
$enrol = $DB->get_field('enrol', 'id', ['courseid' => $crowd->id, 'enrol' => 'manual']);
$people = [];
for ($number = 0; $number < CROWD; $number++) {
    $people[] = [
        'username' => "earlier-crowd-$number", 'firstname' => "Crowd $number", 'lastname' => 'Earlier', 'email' => "earlier-crowd-$number@example.com",
        'auth' => 'manual', 'confirmed' => 1, 'mnethostid' => 1, 'timecreated' => $now, 'password' => 'not cached', 'lang' => 'en',
    ];
}
$DB->insert_records('user', $people);
$ids = $DB->get_fieldset_select('user', 'id', $DB->sql_like('username', '?') . ' ORDER BY id', ['earlier-crowd-%']);
$start = $now - 30 * DAYSECS;
$each = static fn(callable $row): array => array_map($row, $ids);
$DB->insert_records('user_enrolments', $each(static fn($id): array => [
    'enrolid' => $enrol, 'userid' => $id, 'status' => 0, 'timestart' => $start, 'timeend' => 0, 'modifierid' => 2, 'timecreated' => $start, 'timemodified' => $start,
]));
$DB->insert_records('role_assignments', $each(static fn($id): array => [
    'roleid' => $roles['student'], 'contextid' => $context->id, 'userid' => $id, 'timemodified' => $start, 'modifierid' => 2, 'component' => '', 'itemid' => 0, 'sortorder' => 0,
]));
$DB->insert_records('user_lastaccess', $each(static fn($id): array => ['userid' => $id, 'courseid' => $crowd->id, 'timeaccess' => $now - 3 * DAYSECS]));
$DB->insert_records(PLUGIN, $each(static fn($id): array => [
    'courseid' => $crowd->id, 'userid' => $id, 'firstassignnotified' => 1, 'firstassignnotedate' => $start + 60,
    'firstcallnotified' => 1, 'firstcallnotedate' => $start + 7 * DAYSECS,
] + $columns));
