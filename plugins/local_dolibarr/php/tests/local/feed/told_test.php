<?php
// This file is part of Moodle - https://moodle.org/
//
// Moodle is free software: you can redistribute it and/or modify
// it under the terms of the GNU General Public License as published by
// the Free Software Foundation, either version 3 of the License, or
// (at your option) any later version.
//
// Moodle is distributed in the hope that it will be useful,
// but WITHOUT ANY WARRANTY; without even the implied warranty of
// MERCHANTABILITY or FITNESS FOR A PARTICULAR PURPOSE.  See the
// GNU General Public License for more details.
//
// You should have received a copy of the GNU General Public License
// along with Moodle.  If not, see <https://www.gnu.org/licenses/>.

namespace local_dolibarr\local\feed;

use GuzzleHttp\Psr7\Response;
use local_dolibarr\local\observe\checklists;
use local_dolibarr\local\observe\completions;
use local_dolibarr\local\observe\entries;
use local_dolibarr\local\observe\identities;
use local_dolibarr\local\outbox\drain;
use local_dolibarr\local\outbox\line;
use local_dolibarr\local\times\activities;
use local_dolibarr\local\times\credits;
use local_dolibarr\local\times\recount;

#[\PHPUnit\Framework\Attributes\CoversClass(completions::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(entries::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(identities::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(checklists::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(dolibarr_connector::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(connection::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(delivery::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(envelopes::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(fields::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(progress::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(states::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(reconcile::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(recount::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(activities::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(\local_dolibarr\local\observe\completions::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(\local_dolibarr\local\observe\entries::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(\local_dolibarr\local\observe\identities::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(\local_dolibarr\local\observe\checklists::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(\local_dolibarr\local\times\recount::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(\local_dolibarr\local\times\activities::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(all_progress::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(first_entries::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(destinations::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(dolibarr::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(template::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(\local_dolibarr\local\times\credits::class)]
/**
 * What learners do is told, and what does not count is not.
 *
 * @package    local_dolibarr
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \local_dolibarr\local\observe\completions
 * @covers \local_dolibarr\local\observe\entries
 * @covers \local_dolibarr\local\observe\identities
 * @covers \local_dolibarr\local\observe\checklists
 * @covers \local_dolibarr\local\feed\dolibarr_connector
 * @covers \local_dolibarr\local\feed\connection
 * @covers \local_dolibarr\local\feed\delivery
 * @covers \local_dolibarr\local\feed\envelopes
 * @covers \local_dolibarr\local\feed\fields
 * @covers \local_dolibarr\local\feed\progress
 * @covers \local_dolibarr\local\feed\states
 * @covers \local_dolibarr\local\feed\reconcile
 * @covers \local_dolibarr\local\feed\all_progress
 * @covers \local_dolibarr\local\feed\first_entries
 * @covers \local_dolibarr\local\feed\destinations
 * @covers \local_dolibarr\local\feed\dolibarr
 * @covers \local_dolibarr\local\feed\template
 * @covers \local_dolibarr\local\times\credits
 * @covers \local_dolibarr\local\times\recount
 * @covers \local_dolibarr\local\times\activities
 */
final class told_test extends \advanced_testcase {
    /** @var \stdClass A course that Dolibarr knows. */
    private \stdClass $course;

    /** @var \stdClass A learner whom Dolibarr knows. */
    private \stdClass $learner;

    /**
     * A course with a learner, and a Dolibarr.
     */
    protected function setUp(): void {
        parent::setUp();
        $this->resetAfterTest();
        set_config('enablecompletion', 1);
        $this->add('registry', ['since' => 0]);
        $this->course = $this->getDataGenerator()->create_course(['enablecompletion' => 1, 'idnumber' => 'FIRE']);
        $this->learner = $this->getDataGenerator()->create_and_enrol($this->course, 'student', ['idnumber' => '4711']);
    }

    public function test_a_completion_is_told_whole(): void {
        $this->complete();
        $asked = $this->drain(new Response(200, [], '1'));
        $this->assertSame('https://erp.example/htdocs/api/index.php/moodle/events', (string) $asked[0]['request']->getUri());
        $this->assertSame(['sesame'], $asked[0]['request']->getHeader('DOLAPIKEY'));
        $body = json_decode((string) $asked[0]['request']->getBody(), true);
        $told = [$body['type'], $body['user']['dolibarrid'], $body['course']['idnumber'], $body['session']];
        $this->assertSame(['completed', '4711', 'FIRE', null], $told);
        $this->assertSame('completed', $body['data']['state']);
    }

    public function test_the_session_is_a_group_that_dolibarr_knows(): void {
        $group = $this->getDataGenerator()->create_group(['courseid' => $this->course->id, 'idnumber' => 'S12', 'name' => 'March']);
        groups_add_member($group, $this->learner);
        $this->complete();
        $body = json_decode((string) $this->drain(new Response(200, [], '1'))[0]['request']->getBody(), true);
        $this->assertSame(['groupid' => (int) $group->id, 'idnumber' => 'S12', 'name' => 'March'], $body['session']);
    }

    public function test_who_has_no_idnumber_is_told_of_once_there_is_one(): void {
        global $CFG;
        require_once($CFG->dirroot . '/user/lib.php');
        user_update_user((object) ['id' => $this->learner->id, 'idnumber' => ''], false);
        $this->complete();
        $this->assertSame([], $this->drain());
        $this->assertSame(['nopersonid'], $this->column('reason'));
        user_update_user((object) ['id' => $this->learner->id, 'idnumber' => '9'], false);
        $this->assertCount(1, $this->drain(new Response(200, [], '1')));
    }

    public function test_what_dolibarr_says_stands_in_the_trace(): void {
        $this->complete();
        $this->drain(self::says(400, 'Bad Request: uid field missing'));
        $this->assertSame([['refused', 'Bad Request: uid field missing']], $this->reasons());
    }

    public function test_who_lacks_a_right_is_not_told_that_the_key_is_wrong(): void {
        $agenda = $this->only('agenda');
        $this->complete();
        $this->drain(self::says(401, 'Unauthorized: Insufficient rights to create your Agenda Event'));
        $this->assertSame('forbidden', $this->reasons()[0][0]);
        destinations::keep($agenda->with(['key' => \core\encryption::encrypt('other')]));
        $this->drain(self::says(401, 'Unauthorized: Error user not valid (not found with api key)'));
        $this->assertSame('key', $this->reasons()[0][0]);
    }

    public function test_extra_fields_that_are_not_there_are_not_taken_for_told(): void {
        $this->only('extrafields');
        $this->complete();
        $person = static fn(array $fields): Response
            => new Response(200, [], json_encode(['id' => '4711', 'array_options' => $fields]));
        $asked = $this->drain($person(['options_diet' => 'vegan']), $person(['options_diet' => 'vegan']));
        $this->assertCount(2, $asked);
        $this->assertSame(['nofields'], $this->column('reason'));
        $this->assertSame(['waiting'], $this->column('state'));
        line::to((new dolibarr_connector())->destinations()[0])->open();
        $this->drain($person([]), $person(['options_moodle_state' => 'completed']));
        $this->assertSame(['sent'], $this->column('state'));
    }

    public function test_who_is_no_number_in_dolibarr_is_told_of_once_they_are(): void {
        global $CFG;
        require_once($CFG->dirroot . '/user/lib.php');
        $this->only('agenda');
        user_update_user((object) ['id' => $this->learner->id, 'idnumber' => 'C-4711'], false);
        $this->complete();
        $this->assertSame([], $this->drain());
        $this->assertSame(['notanumber'], $this->column('reason'));
        user_update_user((object) ['id' => $this->learner->id, 'idnumber' => '4711'], false);
        $event = json_decode((string) $this->drain(new Response(200, [], '9'))[0]['request']->getBody(), true);
        $this->assertSame(['4711', ['4711' => 1]], [$event['contact_id'], $event['socpeopleassigned']]);
    }

    public function test_agefodd_is_told_of_trainees_in_sessions(): void {
        $this->only('agefodd');
        $group = $this->getDataGenerator()->create_group(['courseid' => $this->course->id, 'idnumber' => 'March']);
        groups_add_member($group, $this->learner);
        $this->complete();
        $this->assertSame([], $this->drain());
        $this->assertSame(['nosession'], $this->column('reason'));
        groups_update_group((object) ['id' => $group->id, 'courseid' => $this->course->id, 'name' => 'March', 'idnumber' => '12']);
        [$asked] = $this->drain(new Response(200, [], '{"status_in_session":"3"}'));
        $this->assertSame('PUT /htdocs/api/index.php/agefodd/sessions/trainee', $asked['request']->getMethod() . ' '
            . $asked['request']->getUri()->getPath());
        $this->assertSame(
            ['sessid' => '12', 'traineeid' => '4711', 'request' => ['status_in_session' => 3]],
            json_decode((string) $asked['request']->getBody(), true),
        );
    }

    public function test_the_connection_test_tells_of_rights_that_are_missing(): void {
        $agenda = $this->only('agenda');
        $fields = $this->only('extrafields');
        $account = static fn(array $rights, int $admin = 0): string
            => json_encode(['id' => '2', 'login' => 'moodle', 'admin' => (string) $admin, 'rights' => $rights]);
        $rights = ['agenda' => ['myactions' => ['read' => 1, 'create' => 1]], 'societe' => ['client' => ['voir' => 1]]];
        $found = $this->connection($agenda, $account($rights));
        $this->assertSame([true, true, false], array_column($found, 'well'));
        $this->assertStringContainsString('agenda.allactions.create', $found[2]['text']);
        $found = $this->connection($fields, $account($rights));
        $this->assertStringContainsString('societe.contact.lire, societe.contact.creer', $found[2]['text']);
        $this->assertCount(2, $this->connection($agenda, $account(['user' => ['self' => []]])), 'it does not tell of rights');
        $this->assertCount(2, $this->connection($agenda, $account($rights, 1)));
    }

    public function test_a_course_that_is_not_complete_any_more_is_found_at_night(): void {
        global $DB;
        $this->complete();
        $this->drain(new Response(200, [], '1'));
        $DB->delete_records('course_completions', ['course' => $this->course->id]);
        $this->reconcile();
        $this->assertSame(['completed', 'open'], $this->column('state', 'data'));
        $this->reconcile();
        $this->assertCount(2, $this->column('state', 'data'));
    }

    public function test_a_completion_that_was_missed_is_found_at_night(): void {
        global $DB;
        $this->complete();
        $DB->delete_records('local_dolibarr_message');
        $this->reconcile();
        $this->assertSame(['completed'], $this->column('state', 'data'));
    }

    public function test_the_first_entry_is_told_and_later_views_ask_nothing(): void {
        global $DB, $USER;
        $this->setUser($this->learner);
        unset($USER->lastcourseaccess[$this->course->id]);
        $this->view();
        $this->assertSame(['entered'], $this->column('kind'));
        $event = $this->viewed();
        $before = $DB->perf_get_queries();
        entries::anything($event);
        $this->assertSame(0, $DB->perf_get_queries() - $before);
        \cache::make('local_dolibarr', 'entered')->purge();
        $this->view();
        $this->assertSame(['entered'], $this->column('kind'));
        \cache::make('local_dolibarr', 'entered')->purge();
        $USER->lastcourseaccess[$this->course->id] = time();
        $before = $DB->perf_get_queries();
        entries::anything($event);
        $this->assertSame(0, $DB->perf_get_queries() - $before);
    }

    public function test_a_link_into_an_activity_is_an_entry(): void {
        global $USER;
        $page = $this->getDataGenerator()->create_module('page', ['course' => $this->course->id]);
        $this->setUser($this->learner);
        unset($USER->lastcourseaccess[$this->course->id]);
        \mod_page\event\course_module_viewed::create([
            'context' => \core\context\module::instance($page->cmid), 'objectid' => $page->id, 'courseid' => $this->course->id,
        ])->trigger();
        $this->assertSame(['entered'], $this->column('kind'));
    }

    public function test_teachers_guests_and_who_is_logged_in_as_somebody_do_not_enter(): void {
        $teacher = $this->getDataGenerator()->create_and_enrol($this->course, 'editingteacher');
        foreach ([$teacher, guest_user(), get_admin()] as $user) {
            $this->setUser($user);
            $this->view();
        }
        $this->setAdminUser();
        \core\session\manager::loginas($this->learner->id, \core\context\system::instance());
        $this->view();
        $this->assertSame([], $this->column('kind'));
    }

    public function test_progress_is_told_where_the_rate_changes(): void {
        global $DB;
        [$one, $other] = [$this->activity(), $this->activity()];
        $this->done($one);
        $this->assertSame([50], $this->column('ratio', 'data'));
        // Whether it is seen as well changes nothing.
        $before = $DB->perf_get_queries();
        completions::activity($this->changed($one));
        $this->assertSame(1, $DB->perf_get_queries() - $before);
        $this->assertSame([50], $this->column('ratio', 'data'));
        $this->done($other);
        $this->done($other, COMPLETION_INCOMPLETE);
        $this->assertSame([50, 100, 50], $this->column('ratio', 'data'));
    }

    public function test_an_observer_asks_twice_at_most(): void {
        global $DB;
        $activity = $this->activity();
        $this->done($activity);
        $DB->delete_records('local_dolibarr_message');
        $before = $DB->perf_get_queries();
        completions::activity($this->changed($activity));
        $this->assertLessThanOrEqual(2, $DB->perf_get_queries() - $before);
        $this->assertCount(1, $this->column('kind'));
    }

    public function test_hours_are_counted_from_what_activities_are_worth(): void {
        global $DB;
        [$one, $other] = [$this->activity(), $this->activity()];
        $DB->insert_record('local_dolibarr_credit', (object) ['cmid' => $one->cmid, 'minutes' => 90]);
        $DB->insert_record('local_dolibarr_credit', (object) ['cmid' => $other->cmid, 'minutes' => 30]);
        $this->done($one);
        $this->assertSame(1, recount::run((int) $this->course->id));
        $this->assertSame(0, recount::run((int) $this->course->id), 'nothing has changed');
        $hours = array_values(array_filter($this->column('hours', 'data')))[0];
        $this->assertSame([120, 90, 0, null], array_values($hours));
    }

    public function test_counting_more_people_asks_no_more(): void {
        global $DB;
        $this->activity();
        recount::run((int) $this->course->id);
        $asked = [];
        foreach ([5, 40] as $people) {
            for ($number = 0; $number < $people; $number++) {
                $this->getDataGenerator()->create_and_enrol($this->course, 'student');
            }
            $before = $DB->perf_get_queries();
            recount::run((int) $this->course->id, 0, [], static fn(): int => 0);
            $asked[] = $DB->perf_get_queries() - $before;
        }
        $this->assertSame($asked[0], $asked[1]);
    }

    public function test_a_new_destination_is_told_what_happens_from_its_beginning_on(): void {
        global $DB;
        $activity = $this->activity();
        $DB->insert_record('local_dolibarr_credit', (object) ['cmid' => $activity->cmid, 'minutes' => 90]);
        $this->done($activity);
        $this->complete();
        $this->visit(time() - HOURSECS);
        $new = $this->add('agenda', ['since' => time() + MINSECS]);
        $this->reconcile();
        $this->assertSame([], $this->told($new));
        destinations::keep($new->with(['since' => time() - DAYSECS]));
        $this->reconcile();
        $this->assertSame(['completed', 'entered', 'hours', 'progress'], $this->told($new));
        $this->reconcile();
        $this->assertCount(4, $this->told($new));
    }

    public function test_what_happened_while_nobody_was_told_is_there_for_the_first_destination(): void {
        $this->remove_all();
        $this->done($this->activity());
        $this->complete();
        $this->assertSame([], $this->column('kind'));
        $first = $this->add('registry', ['since' => time() - DAYSECS]);
        $this->reconcile();
        $this->assertSame(['completed', 'progress'], $this->told($first));
    }

    public function test_what_is_not_complete_any_more_is_told_to_whom_it_was_told(): void {
        global $DB;
        $this->complete();
        $new = $this->add('registry');
        $DB->delete_records('course_completions', ['course' => $this->course->id]);
        $this->reconcile();
        $this->assertSame([], $this->told($new));
        $this->assertSame(['completed', 'open'], $this->column('state', 'data'));
    }

    public function test_progress_that_nobody_told_of_is_found_at_night(): void {
        global $DB;
        [$one, $other] = [$this->activity(), $this->activity()];
        $this->done($one);
        $this->done($other);
        $DB->delete_records('course_modules_completion', ['coursemoduleid' => $one->cmid]);
        $this->activity();
        $this->reconcile();
        $this->reconcile();
        $this->assertSame([50, 100, 33], $this->column('ratio', 'data'));
        $last = json_decode(array_slice($this->column('data'), -1)[0], true);
        $this->assertSame([1, 3, (int) $other->cmid], [$last['done'], $last['total'], $last['cmid']]);
    }

    public function test_the_first_entry_is_known_from_the_log(): void {
        global $DB;
        $this->visit(time());
        $time = time() - DAYSECS;
        $entry = ['courseid' => $this->course->id, 'userid' => $this->learner->id, 'timecreated' => $time, 'action' => 'viewed'];
        $DB->insert_record('logstore_standard_log', (object) ($entry + [
            'eventname' => '', 'component' => 'core', 'target' => 'course', 'crud' => 'r', 'edulevel' => 0, 'contextid' => 1,
            'contextlevel' => 50, 'contextinstanceid' => 0, 'anonymous' => 0,
        ]));
        $this->reconcile();
        $this->assertSame([$time], $this->column('timestarted', 'data'));
    }

    public function test_a_request_of_ones_own_is_filled_with_what_a_message_tells(): void {
        $this->remove_all();
        $body = '{"who": "{user.dolibarrid}", "at": "{data.timecompleted}", "all": "{data}", "list": [1, "{type}"]}';
        $template = ['method' => 'PUT', 'path' => '/people/{user.dolibarrid}', 'body' => $body];
        $this->add('own', ['templates' => ['completed' => $template]]);
        $this->complete();
        $asked = $this->drain(new Response(200, [], '1'))[0]['request'];
        $this->assertSame(['PUT', '/htdocs/api/index.php/people/4711'], [$asked->getMethod(), $asked->getUri()->getPath()]);
        $told = json_decode((string) $asked->getBody(), true);
        $time = $told['at'];
        $this->assertIsInt($time);
        $this->assertSame(['who' => '4711', 'at' => $time, 'all' => ['state' => 'completed', 'timecompleted' => $time],
            'list' => [1, 'completed']], $told);
    }

    public function test_a_path_that_lacks_something_is_held_until_the_night(): void {
        $this->remove_all();
        $path = '/sessions/{session.idnumber}';
        $this->add('own', ['templates' => ['completed' => ['method' => 'POST', 'path' => $path, 'body' => '{"a": "{type}"}']]]);
        $this->complete();
        $this->assertSame([], $this->drain());
        $this->assertSame([['held'], ['emptypath']], [$this->column('state'), $this->column('reason')]);
        $this->assertSame(['session.idnumber'], $this->column('detail'));
        $group = $this->getDataGenerator()->create_group(['courseid' => $this->course->id, 'idnumber' => 'S12']);
        groups_add_member($group, $this->learner);
        $this->reconcile();
        $this->assertCount(1, $this->drain(new Response(200, [], '1')));
    }

    public function test_a_poisoned_template_stops_nobody_else(): void {
        $poisoned = $this->add('own', ['templates' => ['completed' => ['method' => 'POST', 'path' => '/a', 'body' => '{"a": ']]]);
        $this->complete();
        $this->assertCount(1, $this->drain(new Response(200, [], '1')));
        $this->assertSame(['sent', 'dead'], $this->column('state'));
        $this->assertSame([null, 'broken'], $this->column('reason'));
        destinations::remove($poisoned);
        $this->assertSame([], \local_dolibarr\local\outbox\outbox::given_up());
    }

    public function test_what_waits_for_a_destination_that_is_removed_is_given_up(): void {
        $this->complete();
        $this->remove_all();
        $this->assertSame([['dead'], ['gone']], [$this->column('state'), $this->column('reason')]);
        $this->assertSame('registry-2', $this->add('registry')->name(), 'no other gets the name');
    }

    public function test_learning_time_of_what_was_done_is_counted_before_the_night(): void {
        global $DB;
        [$one] = [$this->activity(), $this->activity()];
        $DB->insert_record('local_dolibarr_credit', (object) ['cmid' => $one->cmid, 'minutes' => 90]);
        set_config('creditslooked', time() - MINSECS, 'local_dolibarr');
        $this->getDataGenerator()->create_and_enrol($this->course, 'student');
        $this->done($one);
        $this->expectOutputRegex('/: 1\n/');
        credits::run_task();
        $hours = array_values(array_filter($this->column('hours', 'data')));
        $this->assertSame([[90, 90, 0, null]], array_map(array_values(...), $hours));
    }

    public function test_a_list_of_fields_is_a_tree_and_back(): void {
        $tree = ['a' => ['b' => 1, 'c' => ['d' => 'x', 'e' => null]], 'f' => '0'];
        $this->assertSame($tree, fields::tree(fields::flat($tree)));
    }

    /**
     * A Dolibarr that is told.
     *
     * @param string $way
     * @param array $given
     * @return dolibarr
     */
    private function add(string $way, array $given = []): dolibarr {
        $reached = ['url' => 'https://erp.example/htdocs/', 'key' => \core\encryption::encrypt('sesame')];
        return destinations::keep(dolibarr::fresh($way)->with($given + $reached));
    }

    /**
     * The learner completes the course.
     */
    private function complete(): void {
        global $CFG;
        require_once($CFG->dirroot . '/completion/completion_completion.php');
        (new \completion_completion(['course' => $this->course->id, 'userid' => $this->learner->id]))->mark_complete();
    }

    /**
     * Sends what waits, and is answered.
     *
     * @param Response ...$answers
     * @return array[] what was asked
     */
    private function drain(Response ...$answers): array {
        $asked = [];
        ['mock' => $mock] = $this->get_mocked_http_client($asked);
        $mock->append(...$answers);
        drain::run_all(60);
        return $asked;
    }

    /**
     * Nobody is told but one.
     *
     * @param string $way
     * @return dolibarr
     */
    private function only(string $way): dolibarr {
        $this->remove_all();
        return $this->add($way, ['since' => 0]);
    }

    /**
     * Nobody is told any more.
     */
    private function remove_all(): void {
        array_map(destinations::remove(...), destinations::all());
    }

    /**
     * What a destination was told of, by name.
     *
     * @param dolibarr $destination
     * @return string[]
     */
    private function told(dolibarr $destination): array {
        global $DB;
        $kinds = $DB->get_fieldset('local_dolibarr_message', 'kind', ['destination' => $destination->name()]);
        sort($kinds);
        return $kinds;
    }

    /**
     * The learner was in the course, and nobody saw it.
     *
     * @param int $time of the last visit
     */
    private function visit(int $time): void {
        global $DB;
        $DB->insert_record('user_lastaccess', (object) [
            'userid' => $this->learner->id, 'courseid' => $this->course->id, 'timeaccess' => $time,
        ]);
    }

    /**
     * What the test of the connection finds.
     *
     * @param dolibarr $dolibarr
     * @param string $account what Dolibarr says of it
     * @return array
     */
    private function connection(dolibarr $dolibarr, string $account): array {
        $asked = [];
        ['mock' => $mock] = $this->get_mocked_http_client($asked);
        $status = '{"success":{"code":200,"dolibarr_version":"19.0.2"}}';
        $mock->append(new Response(200, [], $status), new Response(200, [], $account));
        return connection::findings($dolibarr);
    }

    /**
     * An error in Dolibarr's words.
     *
     * @param int $status
     * @param string $words
     * @return Response
     */
    private static function says(int $status, string $words): Response {
        return new Response($status, [], json_encode(['error' => ['code' => $status, 'message' => $words]]));
    }

    /**
     * Why messages have not arrived.
     *
     * @return array[]
     */
    private function reasons(): array {
        return array_map(null, $this->column('reason'), $this->column('detail'));
    }

    /**
     * A night.
     */
    private function reconcile(): void {
        $this->expectOutputRegex('/completed/');
        reconcile::run_task();
    }

    /**
     * That a course is viewed.
     *
     * @return \core\event\course_viewed
     */
    private function viewed(): \core\event\course_viewed {
        return \core\event\course_viewed::create(['context' => \core\context\course::instance($this->course->id)]);
    }

    /**
     * Whoever is there views the course.
     */
    private function view(): void {
        $this->viewed()->trigger();
    }

    /**
     * An activity that is ticked off.
     *
     * @return \stdClass
     */
    private function activity(): \stdClass {
        $given = ['course' => $this->course->id, 'completion' => COMPLETION_TRACKING_MANUAL];
        return $this->getDataGenerator()->create_module('page', $given);
    }

    /**
     * The learner ticks an activity off, or does not any more.
     *
     * @param \stdClass $activity
     * @param int $state
     */
    private function done(\stdClass $activity, int $state = COMPLETION_COMPLETE): void {
        $module = get_coursemodule_from_id('page', $activity->cmid);
        (new \completion_info($this->course))->update_state($module, $state, $this->learner->id);
    }

    /**
     * That the state of an activity has changed.
     *
     * @param \stdClass $activity
     * @return \core\event\course_module_completion_updated
     */
    private function changed(\stdClass $activity): \core\event\course_module_completion_updated {
        return \core\event\course_module_completion_updated::create([
            'context' => \core\context\module::instance($activity->cmid),
            'objectid' => 1,
            'relateduserid' => $this->learner->id,
            'other' => ['relateduserid' => $this->learner->id, 'completionstate' => COMPLETION_COMPLETE],
        ]);
    }

    /**
     * What the messages say, in their order.
     *
     * @param string $name of a column, or of a value in `data`
     * @param string|null $within
     * @return array
     */
    private function column(string $name, ?string $within = null): array {
        global $DB;
        $rows = array_values($DB->get_records('local_dolibarr_message', [], 'id'));
        return array_map(static fn(\stdClass $row): mixed
            => $within === null ? $row->$name : json_decode($row->$within, true)[$name] ?? null, $rows);
    }
}
