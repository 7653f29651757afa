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

namespace block_my_external_backup_restore_courses\output;

use block_my_external_backup_restore_courses\local\page\admin_act;
use block_my_external_backup_restore_courses\local\queue\story;
use block_my_external_backup_restore_courses\local\remote\remote;
use block_my_external_backup_restore_courses\local\request\wording;
use block_my_external_backup_restore_courses\local\rules\journey;
use core\context\system;
use core\output\named_templatable;
use core\output\renderable;
use core\output\renderer_base;
use moodle_url;
use stdClass;

/**
 * One request, as an admin wants to know it: what was asked for, what happened when, and what went wrong.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class request_view implements named_templatable, renderable {
    /**
     * The page of a request.
     *
     * @param stdClass $request
     */
    public function __construct(
        /** @var stdClass The request. */
        private readonly stdClass $request,
    ) {
    }

    #[\Override]
    public function get_template_name(renderer_base $renderer): string {
        return 'block_my_external_backup_restore_courses/request_view';
    }

    #[\Override]
    public function export_for_template(renderer_base $output): array {
        $request = $this->request;
        return [
            'state' => get_string("state:$request->state", 'block_my_external_backup_restore_courses'),
            'reason' => wording::reason($request->reason, $request->detail),
            'facts' => $this->facts(),
            'steps' => array_map(self::step(...), story::steps($request)),
            'haswarnings' => wording::warnings($request) !== [],
            'warnings' => wording::warnings($request),
            'acts' => $this->acts(),
            'logurl' => self::log_url(),
            'backurl' => (new moodle_url('/blocks/my_external_backup_restore_courses/admin/managment.php'))->out(false),
        ];
    }

    /**
     * What was asked for, and how much has come: a name and a value each.
     *
     * @return array[]
     */
    private function facts(): array {
        $request = $this->request;
        $course = (int) $request->courseid;
        $values = [
            'for' => self::person((int) $request->userid),
            'by' => self::person((int) $request->requestedby),
            'remote' => ['value' => (new remote($request->remote, ''))->name() . " ($request->remotecourse)"],
            'target' => ['value' => get_string("admin:target:$request->target", 'block_my_external_backup_restore_courses')],
            'course' => $course === 0 ? ['value' => ''] : [
                'value' => (string) $course,
                'url' => (new moodle_url('/course/view.php', ['id' => $course]))->out(false),
            ],
            'withusers' => ['value' => get_string($request->withusers ? 'yes' : 'no')],
            'enrolment' => [
                'value' => get_string("page:enrolment:$request->enrolment", 'block_my_external_backup_restore_courses'),
            ],
            'bytes' => ['value' => wording::bytes_of($request->bytesdone)],
            'tries' => ['value' => (string) $request->tries],
            'next' => ['value' => journey::is_ended($request->state) ? '' : userdate((int) $request->timenext)],
        ];
        $shown = array_filter($values, static fn(array $value): bool => $value['value'] !== '');
        return array_map(static fn(string $name, array $value): array
            => $value + [
                'name' => get_string("admin:$name", 'block_my_external_backup_restore_courses'),
                'url' => '',
            ], array_keys($shown), $shown);
    }

    /**
     * Somebody, with the way to their profile.
     *
     * @param int $userid
     * @return string[]
     */
    private static function person(int $userid): array {
        $user = \core_user::get_user($userid);
        $url = (new moodle_url('/user/profile.php', ['id' => $userid]))->out(false);
        return $user ? ['value' => fullname($user), 'url' => $url] : ['value' => ''];
    }

    /**
     * A step of the story.
     *
     * @param array $step state, time, and the reason with its detail where there was one
     * @return array
     */
    private static function step(array $step): array {
        return [
            'when' => userdate((int) $step[1], get_string('strftimedatetimeaccurate', 'langconfig')),
            'moment' => gmdate('c', (int) $step[1]),
            'what' => get_string("state:$step[0]", 'block_my_external_backup_restore_courses'),
            'reason' => wording::reason($step[2] ?? null, $step[3] ?? ''),
        ];
    }

    /**
     * What may be done about it.
     *
     * @return array[]
     */
    private function acts(): array {
        $state = $this->request->state;
        $acts = array_filter(admin_act::ALL, static fn(string $act): bool => journey::may_wish($state, $act));
        return array_values(array_map(fn(string $act): array => [
            'name' => get_string("admin:$act", 'block_my_external_backup_restore_courses'),
            'url' => (new moodle_url('/blocks/my_external_backup_restore_courses/admin/act.php', [
                'ids' => $this->request->id,
                'act' => $act,
            ]))->out(false),
        ], $acts));
    }

    /**
     * The logs of the tasks that work on requests, for those who may see them.
     *
     * @return string
     */
    private static function log_url(): string {
        if (!has_capability('moodle/site:config', system::instance())) {
            return '';
        }
        $class = 'block_my_external_backup_restore_courses\\task\\work_task';
        return (new moodle_url('/admin/tasklogs.php', ['filter' => $class]))->out(false);
    }
}
