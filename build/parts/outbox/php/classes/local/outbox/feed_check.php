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

namespace part_outbox\local\outbox;

use core\check\result;
use part_outbox\local\config;
use part_outbox\local\rules\alarms;

/**
 * The status check: whether messages get to those they are for.
 *
 * @package    part_outbox
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class feed_check {
    /**
     * How things stand.
     *
     * @return result
     */
    public static function result(): result {
        $destinations = outbox::connector()->destinations();
        if ($destinations === []) {
            return new result(result::NA, get_string('outbox:nowhere', 'part_outbox'));
        }
        $now = \core\di::get(\core\clock::class)->time();
        $blocked = array_filter($destinations, static fn(destination $one): bool
            => alarms::is_blocked(feed::of($one), $now, config::alertafter()));
        if ($blocked !== []) {
            return new result(result::ERROR, implode(' ', array_map(alarm::words(...), $blocked)));
        }
        $dead = count(outbox::given_up());
        return $dead > 0
            ? new result(result::WARNING, get_string('outbox:somedead', 'part_outbox', $dead))
            : new result(result::OK, get_string('outbox:well', 'part_outbox'));
    }
}
