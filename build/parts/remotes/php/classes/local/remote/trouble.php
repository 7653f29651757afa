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

namespace part_remotes\local\remote;

/**
 * Why something does not go on: a reason that the languages have words for, and never a word of the other site.
 *
 * @package    part_remotes
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class trouble extends \moodle_exception {
    /**
     * A reason, and what belongs to it.
     *
     * @param string $reason by a name
     * @param string $detail such as versions, a status or names
     */
    public function __construct(
        /** @var string By a name. */
        public readonly string $reason,
        /** @var string Such as versions, a status or names. */
        public readonly string $detail = '',
    ) {
        parent::__construct("reason:$reason", 'part_remotes', '', $detail);
    }
}
