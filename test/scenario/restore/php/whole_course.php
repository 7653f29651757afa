<?php
// Makes a course on the server that uses many activities, with what people did in them. Prints its id.

define('CLI_SCRIPT', true);
require(getenv('MOODLE_SITE_DIR') . '/config.php');
require_once($CFG->dirroot . '/lib/testing/generator/lib.php');
require_once($CFG->dirroot . '/mod/quiz/locallib.php');
require_once($CFG->dirroot . '/mod/assign/locallib.php');
require_once($CFG->dirroot . '/question/format.php');
require_once($CFG->dirroot . '/question/format/gift/format.php');
require_once($CFG->libdir . '/completionlib.php');
require_once($CFG->dirroot . '/rating/lib.php');
require_once($CFG->libdir . '/gradelib.php');

use core\context\course as course_context;
use core\context\module as module_context;

/** Makes the course part by part. */
final class whole_course {
    private readonly testing_data_generator $generator;
    private readonly stdClass $course;
    /** @var stdClass[] */
    private readonly array $students;

    public function __construct(string $name) {
        global $DB;
        $this->generator = new testing_data_generator();
        $this->course = $this->generator->create_course([
            'fullname' => "Whole course $name", 'shortname' => $name, 'numsections' => 4, 'enablecompletion' => 1,
            'summary' => 'All that a course may be made of: é, 漢, <b>bold</b>.', 'summaryformat' => FORMAT_HTML, 'startdate' => 1700000000,
        ]);
        $this->students = array_values($DB->get_records_list('user', 'username', ['student', 'sue', 'kiri'], 'id'));
    }

    public function make(): int {
        $teacher = core_user::get_user_by_username('teacher');
        $this->generator->enrol_user($teacher->id, $this->course->id, 'editingteacher');
        foreach ($this->students as $student) {
            $this->generator->enrol_user($student->id, $this->course->id, 'student');
        }
        $this->groups();
        $this->files();
        $this->forum($teacher);
        $this->quiz();
        $this->assignment($teacher);
        $this->h5p();
        $this->texts();
        $this->grades();
        $this->surroundings();
        rebuild_course_cache($this->course->id, true);
        grade_regrade_final_grades($this->course->id);
        return (int) $this->course->id;
    }

    private function module(string $name, array $record = []): stdClass {
        return $this->generator->create_module($name, $record + ['course' => $this->course->id, 'name' => "A $name", 'intro' => "About the $name."]);
    }

    private function of_module(string $name): component_generator_base {
        return $this->generator->get_plugin_generator("mod_$name");
    }

    private function file(int $contextid, string $component, string $area, int $itemid, string $name): void {
        get_file_storage()->create_file_from_string([
            'contextid' => $contextid, 'component' => $component, 'filearea' => $area, 'itemid' => $itemid, 'filepath' => '/', 'filename' => $name,
            'userid' => get_admin()->id,
        ], random_bytes(5000));
    }

    private function groups(): void {
        [$first, $second] = [$this->group('Blue'), $this->group('Red')];
        $grouping = $this->generator->create_grouping(['courseid' => $this->course->id, 'name' => 'Colours']);
        $this->generator->create_grouping_group(['groupingid' => $grouping->id, 'groupid' => $first]);
        $this->generator->create_group_member(['groupid' => $first, 'userid' => $this->students[0]->id]);
        $this->generator->create_group_member(['groupid' => $second, 'userid' => $this->students[1]->id]);
        $this->module('page', [
            'content' => 'For one group.', 'section' => 2,
            'availability' => json_encode(\core_availability\tree::get_root_json([\availability_group\condition::get_json($first)])),
        ]);
    }

    private function group(string $name): int {
        return (int) $this->generator->create_group(['courseid' => $this->course->id, 'name' => $name, 'idnumber' => strtolower($name)])->id;
    }

    private function files(): void {
        $folder = $this->module('folder', ['section' => 1]);
        $context = module_context::instance($folder->cmid);
        foreach (['a.bin', 'b.bin', 'c.bin'] as $name) {
            $this->file($context->id, 'mod_folder', 'content', 0, $name);
        }
        // The same content in two places is one content.
        $twin = get_file_storage()->get_file($context->id, 'mod_folder', 'content', 0, '/', 'a.bin');
        get_file_storage()->create_file_from_storedfile(['filepath' => '/below/', 'filename' => 'twin.bin'], $twin);
        $this->module('resource', ['section' => 1]);
        $page = $this->module('page', [
            'section' => 1, 'content' => '<p><img src="@@PLUGINFILE@@/picture.png" alt=""></p>', 'completion' => COMPLETION_TRACKING_MANUAL,
        ]);
        $this->file(module_context::instance($page->cmid)->id, 'mod_page', 'content', 0, 'picture.png');
        $completion = new completion_info($this->course);
        foreach ([$this->students[0], $this->students[2]] as $student) {
            $completion->update_state(get_coursemodule_from_id('page', $page->cmid), COMPLETION_COMPLETE, $student->id);
        }
    }

    private function forum(stdClass $teacher): void {
        $forum = $this->module('forum', ['section' => 1, 'assessed' => RATING_AGGREGATE_AVERAGE, 'scale' => 100]);
        $generator = $this->of_module('forum');
        $discussion = $generator->create_discussion([
            'course' => $this->course->id, 'forum' => $forum->id, 'userid' => $this->students[0]->id, 'name' => 'Questions', 'tags' => ['opened'],
        ]);
        foreach ([$teacher, $this->students[1]] as $user) {
            $post = $generator->create_post([
                'discussion' => $discussion->id, 'parent' => $discussion->firstpost, 'userid' => $user->id, 'attachment' => '1',
                'message' => "An answer with a link: <a href=\"{$GLOBALS['CFG']->wwwroot}/mod/forum/view.php?id=$forum->cmid\">forum</a>",
                'messageformat' => FORMAT_HTML,
            ]);
            $this->file(module_context::instance($forum->cmid)->id, 'mod_forum', 'attachment', $post->id, 'attached.bin');
        }
        $GLOBALS['DB']->insert_record('rating', (object) [
            'contextid' => module_context::instance($forum->cmid)->id, 'component' => 'mod_forum', 'ratingarea' => 'post', 'itemid' => $post->id,
            'scaleid' => 100, 'rating' => 80, 'userid' => $teacher->id, 'timecreated' => 1700000100, 'timemodified' => 1700000100,
        ]);
    }

    private function quiz(): void {
        $quiz = $this->module('quiz', ['section' => 2, 'grade' => 10, 'sumgrades' => 3]);
        $questions = $this->generator->get_plugin_generator('core_question');
        $category = $questions->create_question_category(['contextid' => course_context::instance($this->course->id)->id, 'name' => 'Bank']);
        $below = $questions->create_question_category(['contextid' => course_context::instance($this->course->id)->id, 'parent' => $category->id]);
        foreach ($this->import_questions($category) as $questionid) {
            quiz_add_quiz_question($questionid, $quiz);
        }
        // A question with two versions, which no quiz uses.
        $this->true_or_false($this->true_or_false((object) ['category' => $below->id], 'First version'), 'Second version');
        foreach ([$this->students[0], $this->students[1]] as $index => $student) {
            \core\session\manager::set_user($student);
            $attempt = $this->of_module('quiz')->create_attempt($quiz->id, $student->id);
            $usage = question_engine::load_questions_usage_by_activity($attempt->uniqueid);
            $answers = [1 => 'True', 2 => $index === 0 ? 'frog' : 'toad', 3 => '3.14'];
            $attempting = \mod_quiz\quiz_attempt::create($attempt->id);
            $attempting->process_submitted_actions(time(), false, $questions->get_simulated_post_data_for_questions_in_usage($usage, $answers, false));
            if ($index === 0) {
                $attempting->process_finish(time(), false);
            }
        }
        \core\session\manager::set_user(get_admin());
    }

    /** Core's own way for questions to come in, since its generator of them wants PHPUnit. */
    private function import_questions(stdClass $category): array {
        $path = make_request_directory() . '/questions.txt';
        file_put_contents($path, "::Sky::The sky is blue.{T}\n\n::Animal::What is green?{=frog =%50%toad}\n\n::Pi::What is pi?{#3.14:0.01}\n\n"
            . "::Colour::Which?{=red ~blue#not this}\n\n::Essay::Write.{}\n");
        $format = new qformat_gift();
        $format->displayprogress = false;
        $format->setCategory($category);
        $format->setContexts([course_context::instance($this->course->id)]);
        $format->setCourse($this->course);
        $format->setFilename($path);
        $format->importpreprocess();
        $format->importprocess();
        return array_slice($format->questionids, 0, 3);
    }

    private function true_or_false(stdClass $question, string $name): stdClass {
        $text = static fn(string $words): array => ['text' => $words, 'format' => FORMAT_HTML];
        $question->qtype = 'truefalse';
        return question_bank::get_qtype('truefalse')->save_question($question, (object) [
            'category' => $question->category, 'name' => $name, 'questiontext' => $text($name), 'generalfeedback' => $text(''), 'defaultmark' => 1,
            'penalty' => 1, 'correctanswer' => 1, 'feedbacktrue' => $text('Yes'), 'feedbackfalse' => $text('No'), 'status' => 'ready', 'idnumber' => 'q1',
        ]);
    }

    private function assignment(stdClass $teacher): void {
        $instance = $this->module('assign', [
            'section' => 2, 'submissiondrafts' => 0, 'assignsubmission_onlinetext_enabled' => 1, 'assignsubmission_file_enabled' => 1,
            'assignsubmission_file_maxfiles' => 3, 'assignsubmission_file_maxsizebytes' => 1000000, 'assignfeedback_comments_enabled' => 1,
        ]);
        foreach ([$this->students[0], $this->students[2]] as $student) {
            $this->of_module('assign')->create_submission([
                'cmid' => $instance->cmid, 'userid' => $student->id, 'onlinetext' => "Text of $student->username", 'file' => 'lib/tests/fixtures/upload_users.csv',
            ]);
        }
        \core\session\manager::set_user($teacher);
        $assign = new assign(module_context::instance($instance->cmid), null, null);
        $assign->save_grade($this->students[0]->id, (object) [
            'grade' => 73.5, 'attemptnumber' => -1, 'addattempt' => 0, 'workflowstate' => '', 'applytoall' => 0,
            'assignfeedbackcomments_editor' => ['text' => 'Well done', 'format' => FORMAT_HTML],
        ]);
        \core\session\manager::set_user(get_admin());
    }

    private function h5p(): void {
        $activity = $this->module('h5pactivity', ['section' => 3]);
        foreach ($this->students as $student) {
            $this->of_module('h5pactivity')->create_content($activity, ['cmid' => $activity->cmid, 'userid' => $student->id]);
        }
        h5pactivity_update_grades($GLOBALS['DB']->get_record('h5pactivity', ['id' => $activity->id]));
    }

    private function texts(): void {
        $glossary = $this->module('glossary', ['section' => 3]);
        foreach ($this->students as $student) {
            $this->of_module('glossary')->create_content($glossary, ['userid' => $student->id, 'concept' => "Word of $student->username"]);
        }
        $book = $this->module('book', ['section' => 3]);
        $this->of_module('book')->create_chapter(['bookid' => $book->id, 'title' => 'First']);
        $this->of_module('book')->create_chapter(['bookid' => $book->id, 'title' => 'Second', 'subchapter' => 1]);
        $choice = $this->module('choice', ['section' => 3, 'option' => ['red', 'blue']]);
        $option = $GLOBALS['DB']->get_field('choice_options', 'MIN(id)', ['choiceid' => $choice->id]);
        $GLOBALS['DB']->insert_record('choice_answers', (object) [
            'choiceid' => $choice->id, 'userid' => $this->students[1]->id, 'optionid' => $option, 'timemodified' => 1700000200,
        ]);
        $wiki = $this->module('wiki', ['section' => 3]);
        $this->of_module('wiki')->create_first_page($wiki);
        $this->module('label', ['section' => 4]);
        $this->module('url', ['section' => 4, 'externalurl' => 'https://example.com']);
    }

    private function grades(): void {
        $category = $this->generator->create_grade_category(['courseid' => $this->course->id, 'fullname' => 'By hand']);
        $item = $this->generator->create_grade_item(['courseid' => $this->course->id, 'itemname' => 'Talk', 'categoryid' => $category->id]);
        foreach ($this->students as $index => $student) {
            grade_item::fetch(['id' => $item->id])->update_final_grade($student->id, 50 + $index, 'bench', "Said {$index}");
        }
    }

    private function surroundings(): void {
        $context = course_context::instance($this->course->id);
        $this->generator->create_block('html', [
            'parentcontextid' => $context->id, 'configdata' => base64_encode(serialize((object) ['title' => 'Note', 'text' => 'Words', 'format' => '1'])),
        ]);
        $this->generator->create_event(['courseid' => $this->course->id, 'eventtype' => 'course', 'name' => 'An excursion', 'timestart' => 1700000300]);
        $this->generator->create_scale(['courseid' => $this->course->id, 'scale' => 'Low,High']);
        core_tag_tag::set_item_tags('core', 'course', $this->course->id, $context, ['old', 'good']);
        role_change_permission($GLOBALS['DB']->get_field('role', 'id', ['shortname' => 'student']), $context, 'mod/forum:startdiscussion', CAP_PREVENT);
    }
}

set_config('enablecompletion', 1);
\core\session\manager::set_user(get_admin());
echo (new whole_course($argv[1]))->make(), "\n";
