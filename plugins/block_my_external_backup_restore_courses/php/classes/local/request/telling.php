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

namespace block_my_external_backup_restore_courses\local\request;

use block_my_external_backup_restore_courses\event\course_fetched;
use block_my_external_backup_restore_courses\event\request_failed;
use block_my_external_backup_restore_courses\local\config;
use block_my_external_backup_restore_courses\local\queue\story;
use block_my_external_backup_restore_courses\local\remote\remote;
use block_my_external_backup_restore_courses\local\rules\reasons;
use core\context\course as course_context;
use core\context\system as system_context;
use core\message\message;

/**
 * Tells people how a request ended, each in their language.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class telling {
    /**
     * Tells of the end of a request.
     *
     * @param \stdClass $request
     */
    public static function tell(\stdClass $request): void {
        $done = $request->state === 'done';
        self::log($request, $done);
        foreach (self::receivers($request, $done) as $user) {
            self::send($request, $user, $done);
        }
    }

    /**
     * Who is told: for whom it came, who asked, and of failures the administrators.
     *
     * @param \stdClass $request
     * @param bool $done
     * @return \stdClass[] by id
     */
    private static function receivers(\stdClass $request, bool $done): array {
        $receivers = [];
        foreach (array_unique([(int) $request->userid, (int) $request->requestedby]) as $id) {
            $user = \core_user::get_user($id);
            if ($user && !$user->deleted && !$user->suspended) {
                $receivers[$id] = $user;
            }
        }
        if ($done) {
            self::outages()->delete(sha1($request->remote));
            return $receivers;
        }
        foreach (get_admins() as $admin) {
            $receivers[(int) $admin->id] ??= $admin;
        }
        return reasons::is_of_server($request->reason) ? self::not_told($request, $receivers) : $receivers;
    }

    /**
     * Those who do not know yet: of a server that fails, one message is about all that was asked for before it was sent.
     *
     * @param \stdClass $request
     * @param \stdClass[] $receivers by id
     * @return \stdClass[] by id
     */
    private static function not_told(\stdClass $request, array $receivers): array {
        $key = sha1($request->remote);
        $told = self::outages()->get($key) ?: [];
        $asked = (int) $request->timecreated;
        foreach (story::steps($request) as $step) {
            $asked = $step[0] === 'scheduled' ? (int) $step[1] : $asked;
        }
        $receivers = array_filter($receivers, fn(\stdClass $user): bool => ($told[$user->id] ?? 0) < $asked);
        self::outages()->set($key, array_fill_keys(array_keys($receivers), time()) + $told);
        return $receivers;
    }

    /**
     * Who was told when of a server that fails, by server.
     *
     * @return \cache
     */
    private static function outages(): \cache {
        return \cache::make('block_my_external_backup_restore_courses', 'troubles');
    }

    /**
     * Writes the event.
     *
     * @param \stdClass $request
     * @param bool $done
     */
    private static function log(\stdClass $request, bool $done): void {
        if ($done) {
            course_fetched::create([
                'context' => course_context::instance((int) $request->courseid),
                'objectid' => $request->id,
                'relateduserid' => $request->userid,
                'other' => ['remotecourse' => $request->remotecourse],
            ])->trigger();
            return;
        }
        request_failed::create([
            'context' => system_context::instance(),
            'objectid' => $request->id,
            'relateduserid' => $request->userid,
            'other' => ['reason' => $request->reason],
        ])->trigger();
    }

    /**
     * Sends one message.
     *
     * @param \stdClass $request
     * @param \stdClass $user
     * @param bool $done
     */
    private static function send(\stdClass $request, \stdClass $user, bool $done): void {
        $say = fn(string $key, $a = null): string
            => get_string_manager()->get_string($key, 'block_my_external_backup_restore_courses', $a, $user->lang);
        $kind = $done ? 'success' : 'failure';
        $given = [
            'course' => format_string($request->fullname, true, ['context' => system_context::instance(), 'escape' => false]),
            'reason' => $done ? '' : wording::reason($request->reason, $request->detail, $user->lang),
            'from' => config::includeexternalurlinmail() ? $say('message:from', (new remote($request->remote, ''))->name()) : '',
        ];
        $url = $done
            ? new \moodle_url('/course/view.php', ['id' => $request->courseid])
            : new \moodle_url('/blocks/my_external_backup_restore_courses/index.php');
        $left = config::warningstoowner() ? wording::warnings($request) : [];
        $message = new message();
        $message->component = 'block_my_external_backup_restore_courses';
        $message->name = $done ? 'restorationsuccess' : 'restorationfailed';
        $message->userfrom = \core_user::get_noreply_user();
        $message->userto = $user;
        $message->subject = $say("message:{$kind}subject", $given['course']);
        $message->fullmessage = implode("\n", [
            trim($say("message:$kind", $given)),
            ...($done || !reasons::is_of_server($request->reason) ? [] : ['', $say('message:outage')]),
            ...($left === [] ? [] : ['', $say('message:left'), ...array_map(fn(string $what): string => "- $what", $left)]),
            '',
            $url->out(false),
        ]);
        $message->fullmessageformat = FORMAT_PLAIN;
        $message->fullmessagehtml = text_to_html(s($message->fullmessage), false, false, true);
        $message->smallmessage = $message->subject;
        $message->notification = 1;
        $message->contexturl = $url->out(false);
        $message->contexturlname = $given['course'];
        message_send($message);
    }
}
