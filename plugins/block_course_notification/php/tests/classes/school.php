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

namespace block_course_notification\tests;

use block_course_notification\local\facts\block_start;
use block_course_notification\local\plan\pending;

/**
 * Courses with the block and learners in them, dated from one fixed moment.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class school {
    /** @var int The moment from which everything is dated: 10 March 2026, 06:00 UTC. */
    public const NOW = 1773122400;

    /** @var array<string, \stdClass> Learners by name. */
    private array $learners = [];

    /**
     * A school.
     *
     * @param \testing_data_generator $generator
     */
    public function __construct(
        /** @var \testing_data_generator Moodle's generator. */
        private readonly \testing_data_generator $generator,
    ) {
    }

    /**
     * A course with the block.
     *
     * @param array $course what differs from a course that began long ago and has no end
     * @param array $config of the block
     * @return int
     */
    public function course(array $course = [], array $config = []): int {
        $made = $this->generator->create_course($course + ['startdate' => self::NOW - 200 * DAYSECS, 'enddate' => 0]);
        self::block((int) $made->id, $config);
        return (int) $made->id;
    }

    /**
     * Puts the block into a course.
     *
     * @param int $courseid
     * @param array $config
     */
    public static function block(int $courseid, array $config = []): void {
        global $DB;
        $instance = (object) [
            'blockname' => 'course_notification',
            'parentcontextid' => \core\context\course::instance($courseid)->id,
            'showinsubcontexts' => 0,
            'pagetypepattern' => 'course-view-*',
            'defaultregion' => 'side-post',
            'defaultweight' => 0,
            'configdata' => '',
            'timecreated' => self::NOW,
            'timemodified' => self::NOW,
        ];
        $instance->id = $DB->insert_record('block_instances', $instance);
        $config += block_start::config($instance, block_start::AT_ONCE);
        $DB->set_field('block_instances', 'configdata', base64_encode(serialize((object) $config)), ['id' => $instance->id]);
        pending::course($courseid);
    }

    /**
     * A learner. Times are seconds from NOW.
     *
     * @param string $name
     * @param int $courseid
     * @param array $with `user`, `enrol`, `role`, `enrolments` as lists of [start, end, created], `seen`, `completed`
     * @return \stdClass the user
     */
    public function learner(string $name, int $courseid, array $with = []): \stdClass {
        $given = $with['user'] ?? [];
        $user = $this->person($name, $given);
        foreach ($with['enrolments'] ?? [[0, null, 0]] as $number => $enrolment) {
            $this->enrol($user, $courseid, $enrolment, $with + ['number' => $number]);
        }
        $this->has_role($user, $courseid, $with['role'] ?? 'student');
        if (isset($with['seen'])) {
            self::visit($user, $courseid, $with['seen']);
        }
        if (isset($with['completed'])) {
            self::complete($user, $courseid, $with['completed']);
        }
        if (!empty($given['deleted'])) {
            delete_user($user);
        }
        return $this->learners[$name] = $user;
    }

    /**
     * An account. What the generator would clean is written past it.
     *
     * @param string $name
     * @param array $given
     * @return \stdClass
     */
    private function person(string $name, array $given): \stdClass {
        global $DB;
        $user = $this->generator->create_user(['username' => $name, 'email' => "$name@example.com"]);
        foreach (array_diff_key($given, ['deleted' => 0]) as $field => $value) {
            $DB->set_field('user', $field, $value, ['id' => $user->id]);
        }
        return \core_user::get_user($user->id);
    }

    /**
     * The name of a learner.
     *
     * @param int $userid
     * @return string
     */
    public function name(int $userid): string {
        foreach ($this->learners as $name => $user) {
            if ((int) $user->id === $userid) {
                return $name;
            }
        }
        return "nobody $userid";
    }

    /**
     * A learner by name.
     *
     * @param string $name
     * @return \stdClass
     */
    public function user(string $name): \stdClass {
        return $this->learners[$name];
    }

    /**
     * Enrols someone, by the plugin itself, so that the events are fired; then sets the date of creation.
     *
     * @param \stdClass $user
     * @param int $courseid
     * @param array $enrolment start, end and moment of creation, in seconds from NOW; null is none
     * @param array $with `enrol`, `status`, `number`
     */
    public function enrol(\stdClass $user, int $courseid, array $enrolment, array $with = []): void {
        global $DB;
        [$start, $end] = $enrolment;
        $created = $enrolment[2] ?? $start ?? 0;
        $plugin = enrol_get_plugin($with['enrol'] ?? 'manual');
        $instance = $this->instance($courseid, $with['enrol'] ?? 'manual', $with['number'] ?? 0);
        $plugin->enrol_user(
            $instance,
            $user->id,
            null,
            $start === null ? 0 : self::NOW + $start,
            $end === null ? 0 : self::NOW + $end,
            $with['status'] ?? ENROL_USER_ACTIVE
        );
        $where = ['enrolid' => $instance->id, 'userid' => $user->id];
        $DB->set_field('user_enrolments', 'timecreated', self::NOW + $created, $where);
    }

    /**
     * Someone looks at a course.
     *
     * @param \stdClass $user
     * @param int $courseid
     * @param int $when
     */
    public static function visit(\stdClass $user, int $courseid, int $when): void {
        global $DB;
        $DB->delete_records('user_lastaccess', ['userid' => $user->id, 'courseid' => $courseid]);
        $DB->insert_record('user_lastaccess', ['userid' => $user->id, 'courseid' => $courseid, 'timeaccess' => self::NOW + $when]);
    }

    /**
     * Someone completes a course, and the event is fired.
     *
     * @param \stdClass $user
     * @param int $courseid
     * @param int $when
     */
    public static function complete(\stdClass $user, int $courseid, int $when): void {
        global $CFG;
        require_once($CFG->dirroot . '/completion/completion_completion.php');
        (new \completion_completion(['userid' => $user->id, 'course' => $courseid]))->mark_complete(self::NOW + $when);
    }

    /**
     * Gives a role.
     *
     * @param \stdClass $user
     * @param int $courseid
     * @param string $role '' is none
     */
    private function has_role(\stdClass $user, int $courseid, string $role): void {
        global $DB;
        if ($role !== '') {
            $roleid = $DB->get_field('role', 'id', ['shortname' => $role], MUST_EXIST);
            role_assign($roleid, $user->id, \core\context\course::instance($courseid)->id);
        }
    }

    /**
     * A way of enrolment of a course; another one for each number.
     *
     * @param int $courseid
     * @param string $enrol
     * @param int $number
     * @return \stdClass
     */
    private function instance(int $courseid, string $enrol, int $number): \stdClass {
        global $DB;
        $instances = array_values($DB->get_records('enrol', ['courseid' => $courseid, 'enrol' => $enrol], 'id'));
        if (!isset($instances[$number])) {
            $fields = ['enrol' => $enrol, 'courseid' => $courseid, 'status' => ENROL_INSTANCE_ENABLED, 'name' => "number $number"];
            $id = $DB->insert_record('enrol', (object) $fields);
            return $DB->get_record('enrol', ['id' => $id]);
        }
        return $instances[$number];
    }
}
