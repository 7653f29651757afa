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

namespace local_everything\check;

/**
 * Check remotes.
 *
 * Made from test/golden/plugins/everything/manifest.ts by the build: change that file, not this one.
 *
 * @package    local_everything
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class remotes extends \core\check\check {
    /**
     * The check of one of them.
     *
     * @param string $key
     * @param string $label
     */
    public function __construct(
        /** @var string Which of them. */
        private readonly string $key,
        /** @var string What it is called. */
        private readonly string $label,
    ) {
    }

    /**
     * A check for each of them.
     *
     * @return self[]
     */
    public static function all(): array {
        $rows = \local_everything\local\remote\remote_check::rows();
        return array_map(static fn($key, string $label): self => new self((string) $key, $label), array_keys($rows), $rows);
    }

    /**
     * Name of the check among all checks.
     *
     * @return string
     */
    public function get_id(): string {
        return 'remotes' . '_' . substr(sha1($this->key), 0, 10);
    }

    /**
     * Name of the check, for admins.
     *
     * @return string
     */
    public function get_name(): string {
        return get_string('check:remotes', 'local_everything', $this->label);
    }

    /**
     * What the check finds.
     *
     * @return \core\check\result
     */
    public function get_result(): \core\check\result {
        return \local_everything\local\remote\remote_check::result($this->key);
    }
}
