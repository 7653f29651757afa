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

use local_dolibarr\local\outbox\message;

/**
 * What Dolibarr is told, as messages.
 *
 * @package    local_dolibarr
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class states {
    /**
     * Somebody has completed a course, or has not any more.
     *
     * @param int $userid
     * @param int $courseid
     * @param int $time 0 where it is open
     * @return message
     */
    public static function completed(int $userid, int $courseid, int $time): message {
        $data = ['state' => $time > 0 ? 'completed' : 'open', 'timecompleted' => $time > 0 ? $time : null];
        return new message('completed', $userid, $courseid, 0, $data, $time);
    }

    /**
     * Somebody has entered a course for the first time.
     *
     * @param int $userid
     * @param int $courseid
     * @param int $time
     * @return message
     */
    public static function entered(int $userid, int $courseid, int $time): message {
        return new message('entered', $userid, $courseid, 0, ['timestarted' => $time], $time);
    }

    /**
     * Somebody got on in a course, by an activity.
     *
     * @param progress $progress
     * @param int $state of the activity, as core has it
     * @param int $time
     * @return message
     */
    public static function progress(progress $progress, int $state, int $time): message {
        return new message('progress', $progress->userid, $progress->courseid, $progress->cmid, [
            'cmid' => $progress->cmid,
            'modname' => $progress->modname,
            'state' => $state,
            'done' => $progress->done,
            'total' => $progress->total,
            'ratio' => $progress->ratio(),
        ], $time);
    }
}
