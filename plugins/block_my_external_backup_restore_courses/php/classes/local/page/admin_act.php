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

use block_my_external_backup_restore_courses\local\request\requests;
use block_my_external_backup_restore_courses\local\rules\journey;

/**
 * What an admin does about one request or several: those to which it cannot be done are left alone.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class admin_act {
    /** @var string[] What there is to do. */
    public const ALL = ['retry', 'cancel', 'delete'];

    /** @var \stdClass[] Those that it concerns. */
    private readonly array $requests;

    /**
     * An act about some requests.
     *
     * @param string $name
     * @param int[] $ids
     */
    public function __construct(
        /** @var string Which act. */
        public readonly string $name,
        array $ids
    ) {
        if (!in_array($name, self::ALL, true)) {
            throw new \moodle_exception('invalidaction');
        }
        $found = array_filter(array_map(requests::find(...), array_unique($ids)));
        $this->requests = array_filter($found, static fn(\stdClass $request): bool => journey::may_wish($request->state, $name));
    }

    /**
     * How many it would concern.
     *
     * @return int
     */
    public function count(): int {
        return count($this->requests);
    }

    /**
     * Their courses, by name.
     *
     * @return string[]
     */
    public function names(): array {
        $options = ['context' => \core\context\system::instance(), 'escape' => false];
        return array_values(array_map(static fn(\stdClass $request): string
            => format_string($request->fullname, true, $options), $this->requests));
    }

    /**
     * Does it.
     *
     * @return int to how many it was done
     */
    public function run(): int {
        return count(array_filter($this->requests, fn(\stdClass $request): bool => match ($this->name) {
            'retry' => requests::retry((int) $request->id),
            'cancel' => requests::cancel((int) $request->id),
            default => requests::delete((int) $request->id),
        }));
    }
}
