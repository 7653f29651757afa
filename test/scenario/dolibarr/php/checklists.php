<?php
// Makes the tables of mod_learningtimecheck, as far as they are read, with two checklists in a course: `checklists.php COURSE USER[,USER…]`.
// The first learner has ticked everything off, the second nothing that counts. Without learners, the tables go.

define('CLI_SCRIPT', true);
require(getenv('MOODLE_SITE_DIR') . '/config.php');
require_once($CFG->libdir . '/ddllib.php');

[, $courseid, $users] = $argv;
$tables = [
    'learningtimecheck' => ['course', 'teacheredit', 'declaredoverridepolicy'],
    'learningtimecheck_item' => ['learningtimecheck', 'userid', 'itemoptional', 'credittime', 'hidden', 'groupingid'],
    'learningtimecheck_check' => ['item', 'userid', 'usertimestamp', 'declaredtime', 'teachermark', 'teachertimestamp'],
];
foreach ($tables as $name => $columns) {
    $table = new xmldb_table($name);
    if ($DB->get_manager()->table_exists($table)) {
        $DB->get_manager()->drop_table($table);
    }
    if ($users === '') {
        continue;
    }
    $table->add_field('id', XMLDB_TYPE_INTEGER, '10', null, XMLDB_NOTNULL, XMLDB_SEQUENCE);
    foreach ($columns as $column) {
        $table->add_field($column, XMLDB_TYPE_INTEGER, '10', null, XMLDB_NOTNULL, null, '0');
    }
    $table->add_key('primary', XMLDB_KEY_PRIMARY, ['id']);
    $DB->get_manager()->create_table($table);
}
if ($users === '') {
    exit(0);
}
[$first, $second] = explode(',', $users);
$grouping = $DB->insert_record('groupings', (object) ['courseid' => $courseid, 'name' => 'Nobody', 'timecreated' => 0, 'timemodified' => 0]);
$add = static fn(string $table, array $row): int => $DB->insert_record($table, (object) $row);
// By the learner, with the credit; and by the teacher, with what was declared up to the credit.
$own = $add('learningtimecheck', ['course' => $courseid, 'teacheredit' => 0, 'declaredoverridepolicy' => 0]);
$marked = $add('learningtimecheck', ['course' => $courseid, 'teacheredit' => 1, 'declaredoverridepolicy' => 2]);
$items = [
    ['learningtimecheck' => $own, 'credittime' => 60],
    ['learningtimecheck' => $own, 'credittime' => 20, 'itemoptional' => 1],
    ['learningtimecheck' => $own, 'credittime' => 500, 'itemoptional' => 2],
    ['learningtimecheck' => $own, 'credittime' => 500, 'hidden' => 1],
    ['learningtimecheck' => $own, 'credittime' => 500, 'groupingid' => $grouping],
    ['learningtimecheck' => $marked, 'credittime' => 30],
];
foreach ($items as $item) {
    $id = $add('learningtimecheck_item', $item);
    $check = ['item' => $id, 'usertimestamp' => 1000, 'declaredtime' => 15];
    $add('learningtimecheck_check', $check + ['userid' => $first, 'teachermark' => 1, 'teachertimestamp' => 2000]);
    if ($item['learningtimecheck'] === $marked) {
        $add('learningtimecheck_check', $check + ['userid' => $second, 'teachermark' => 2]);
    }
}
