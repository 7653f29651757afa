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

namespace block_my_external_backup_restore_courses\local\page;

use block_my_external_backup_restore_courses\local\config;
use block_my_external_backup_restore_courses\local\remote\remotes;
use block_my_external_backup_restore_courses\local\remote\trouble;
use block_my_external_backup_restore_courses\local\request\request_wish;
use block_my_external_backup_restore_courses\local\request\requests;
use block_my_external_backup_restore_courses\local\request\wording;
use block_my_external_backup_restore_courses\local\rules\choices;

/**
 * Keeps what somebody asks for, after holding each choice against what they may choose and what the other Moodle says.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class asking {
    /**
     * Body of the external function request_courses.
     *
     * @param int $userid
     * @param array $courses
     * @param int $notbefore
     * @return array[]
     */
    public static function request_courses(int $userid, array $courses, int $notbefore): array {
        $person = client_side::person($userid);
        return array_map(static function (array $wanted) use ($person, $notbefore): array {
            $answer = self::ask($person, $wanted, $notbefore);
            return ['remote' => $wanted['remote'], 'remotecourse' => $wanted['remotecourse']] + $answer;
        }, $courses);
    }

    /**
     * Asks for one course.
     *
     * @param \stdClass $person for whom
     * @param array $wanted remote, remotecourse, target, categoryid, targetcourse, withusers and enrolment
     * @param int $notbefore
     * @param bool $dry whether it is only said what would be
     * @return array request, or problem in words
     */
    public static function ask(\stdClass $person, array $wanted, int $notbefore = 0, bool $dry = false): array {
        global $USER;
        try {
            $remote = remotes::find($wanted['remote']) ?? throw new trouble('server_unknown');
            $look = remote_courses::look($remote, $person, $wanted['remotecourse']);
            course_look::require_restorable($look);
        } catch (trouble $trouble) {
            return ['request' => 0, 'problem' => wording::reason($trouble->reason, $trouble->detail)];
        }
        $original = course_look::original($look);
        $refusal = self::refusal($wanted, $original)
            ?? choices::queue_refusal(self::queue($remote->url, $wanted['remotecourse'], (int) $person->id));
        if ($refusal !== null) {
            return ['request' => 0, 'problem' => self::words($refusal)];
        }
        return ['problem' => '', 'request' => $dry ? 0 : requests::add(new request_wish(
            userid: (int) $person->id,
            requestedby: (int) $USER->id,
            remote: $remote->url,
            remotecourse: $wanted['remotecourse'],
            fullname: $look['fullname'],
            shortname: $look['shortname'],
            target: $wanted['target'],
            categoryid: $wanted['target'] === 'original' ? $original : ($wanted['target'] === 'new' ? $wanted['categoryid'] : 0),
            targetcourse: in_array($wanted['target'], ['into', 'replace'], true) ? $wanted['targetcourse'] : 0,
            withusers: $wanted['withusers'],
            enrolment: $wanted['enrolment'],
            notbefore: $notbefore,
        ))];
    }

    /**
     * A refusal in words.
     *
     * @param string $refusal
     * @return string
     */
    public static function words(string $refusal): string {
        return get_string("refusal:$refusal", 'block_my_external_backup_restore_courses', config::queuelimit());
    }

    /**
     * What stands in the way of any request for a course.
     *
     * @param string $remote
     * @param int $remotecourse
     * @param int $userid
     * @return array
     */
    public static function queue(string $remote, int $remotecourse, int $userid): array {
        return [
            'taken' => request_states::is_taken($remote, $remotecourse),
            'once' => config::onlyoneremoteinstance(),
            'running' => requests::count_under_way($userid),
            'limit' => config::queuelimit(),
        ];
    }

    /**
     * Why a choice is refused.
     *
     * @param array $wanted
     * @param int $original
     * @return string|null
     */
    private static function refusal(array $wanted, int $original): ?string {
        $isinto = in_array($wanted['target'], ['into', 'replace'], true);
        if ($isinto && $wanted['targetcourse'] === 0) {
            return 'course';
        }
        if ($wanted['categoryid'] !== 0 && !client_side::manages()) {
            return 'category';
        }
        $rights = rights::of($wanted['categoryid'], $original, $isinto ? $wanted['targetcourse'] : 0);
        return choices::choice_refusal([
            'target' => $wanted['target'],
            'withusers' => $wanted['withusers'],
            'enrolment' => $wanted['enrolment'],
        ], $rights);
    }
}
