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

namespace part_service\local\service;

/**
 * Something that must be so for the service to work: in words, whether it is, and how it is brought about.
 *
 * @package    part_service
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class fact {
    /**
     * A fact.
     *
     * @param string $text
     * @param bool $holds
     * @param \Closure|null $make null where only a person can
     */
    public function __construct(
        /** @var string What must be so, in words. */
        public readonly string $text,
        /** @var bool Whether it is so. */
        public readonly bool $holds,
        /** @var \Closure|null Brings it about. */
        public readonly ?\Closure $make = null,
    ) {
    }

    /**
     * A fact of this plugin's strings.
     *
     * @param string $name
     * @param mixed $a
     * @param bool $holds
     * @param \Closure|null $make
     * @return self
     */
    public static function of(string $name, mixed $a, bool $holds, ?\Closure $make = null): self {
        return new self(get_string("service:$name", 'part_service', $a), $holds, $make);
    }
}
