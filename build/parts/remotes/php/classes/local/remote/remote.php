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
 * Another Moodle.
 *
 * @package    part_remotes
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class remote {
    /**
     * Its address, and what opens its web service.
     *
     * @param string $url without a slash at the end
     * @param string $token
     */
    public function __construct(
        /** @var string Its address. */
        public readonly string $url,
        /** @var string Opens its web service: never shown, never logged. */
        public readonly string $token,
    ) {
    }

    /**
     * What people call it: its host, and the folder where there is one.
     *
     * @return string
     */
    public function name(): string {
        return preg_replace('~^https?://~', '', $this->url);
    }
}
