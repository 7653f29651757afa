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
 * Something that a look at another Moodle has found.
 *
 * @package    part_remotes
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class finding {
    /**
     * A finding.
     *
     * @param string $level ok, warning or error
     * @param string $text
     */
    public function __construct(
        /** @var string One of ok, warning, error. */
        public readonly string $level,
        /** @var string What it is, in words. */
        public readonly string $text,
    ) {
    }

    /**
     * One of this plugin's strings.
     *
     * @param string $level
     * @param string $name
     * @param mixed $a
     * @return self
     */
    public static function of(string $level, string $name, mixed $a = null): self {
        return new self($level, get_string("look:$name", 'part_remotes', $a));
    }
}
