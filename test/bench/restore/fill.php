<?php
// Makes courses of the teacher on the server: `small COUNT`, `large MEGABYTES`, `owned COUNT` (rows alone, for lists). Prints their ids as JSON.

define('CLI_SCRIPT', true);
require(getenv('MOODLE_SITE_DIR') . '/config.php');
require_once($CFG->dirroot . '/lib/testing/generator/lib.php');
require_once(__DIR__ . '/people.php');

const FILES = 20;

/** Files that no archive makes smaller, and nobody has had before. */
function add_files(int $cmid, int $count, int $bytes): void {
    for ($index = 0; $index < $count; $index++) {
        $path = make_request_directory() . '/content';
        $handle = fopen($path, 'wb');
        for ($left = $bytes; $left > 0; $left -= 1048576) {
            fwrite($handle, random_bytes(min($left, 1048576)));
        }
        fclose($handle);
        get_file_storage()->create_file_from_pathname([
            'contextid' => \core\context\module::instance($cmid)->id, 'component' => 'mod_folder', 'filearea' => 'content', 'itemid' => 0,
            'filepath' => '/', 'filename' => "file$index.bin", 'userid' => get_admin()->id,
        ], $path);
        unlink($path);
    }
}

/** A course as many are: a few activities, a discussion, people, and files. */
function make_course(testing_data_generator $generator, string $name, int $files, int $bytes): int {
    $course = $generator->create_course(['fullname' => "Course $name", 'shortname' => $name, 'numsections' => 3]);
    $generator->enrol_user(person('teacher')->id, $course->id, 'editingteacher');
    foreach (['student', 'sue', 'kiri'] as $username) {
        $generator->enrol_user(person($username)->id, $course->id, 'student');
    }
    $generator->create_module('page', ['course' => $course->id, 'name' => 'A page', 'content' => str_repeat('Words. ', 500)]);
    $generator->create_module('url', ['course' => $course->id, 'name' => 'A link', 'externalurl' => 'https://example.com']);
    $generator->create_module('assign', ['course' => $course->id, 'name' => 'An assignment']);
    $forum = $generator->create_module('forum', ['course' => $course->id, 'name' => 'A forum']);
    $generator->get_plugin_generator('mod_forum')->create_discussion([
        'course' => $course->id, 'forum' => $forum->id, 'userid' => person('student')->id,
    ]);
    $folder = $generator->create_module('folder', ['course' => $course->id, 'name' => 'Files']);
    add_files($folder->cmid, $files, $bytes);
    return (int) $course->id;
}

/** Courses of the owner without anything in them, until there are so many. */
function add_owned(int $wanted): void {
    global $DB;
    $owner = person('owner');
    $role = $DB->get_field('role', 'id', ['shortname' => 'editingteacher']);
    $category = \core\context\coursecat::instance(\core_course_category::get_default()->id);
    for ($number = $DB->count_records_select('course', "shortname LIKE 'owned%'"); $number < $wanted; $number++) {
        $id = $DB->insert_record('course', (object) [
            'shortname' => "owned$number", 'fullname' => "A course of the owner, number $number", 'category' => $category->instanceid,
            'startdate' => time(), 'timecreated' => time(), 'timemodified' => time(), 'sortorder' => 100000 + $number,
        ]);
        $context = \core\context\course::instance($id);
        $DB->insert_record('role_assignments', (object) ['roleid' => $role, 'contextid' => $context->id, 'userid' => $owner->id, 'timemodified' => time()]);
    }
}

\core\session\manager::set_user(get_admin());
[, $kind, $number] = $argv;
$generator = new testing_data_generator();
$made = [];
if ($kind === 'owned') {
    add_owned((int) $number);
} else {
    [$courses, $files, $bytes] = $kind === 'small' ? [(int) $number, 3, 20000] : [1, FILES, intdiv((int) $number * 1048576, FILES)];
    for ($index = 0; $index < $courses; $index++) {
        $made[] = make_course($generator, $kind . random_string(8), $files, $bytes);
    }
}
echo json_encode($made), "\n";
