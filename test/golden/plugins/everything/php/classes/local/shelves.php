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

namespace local_everything\local;

/**
 * Shelves and what is on them.
 *
 * @package    local_everything
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class shelves {
    /**
     * The items of a course.
     *
     * @param int $courseid
     * @param string $state
     * @param string $search
     * @param int|null $since
     * @param int[] $ids
     * @return array
     */
    public static function items(int $courseid, string $state, string $search, ?int $since, array $ids): array {
        global $DB;
        $items = $DB->get_records('local_everything_item', ['courseid' => $courseid], 'timecreated');
        return array_map(static fn(\stdClass $item): array => [
            'id' => (int) $item->id,
            'note' => $item->note,
            'owner' => null,
            'width' => 1.5,
            'visible' => $state === 'open',
            'tags' => [],
        ], array_values($items));
    }

    /**
     * Stores a shelf.
     *
     * @param array $shelf
     * @return array
     */
    public static function store(array $shelf): array {
        global $DB;
        return ['id' => $DB->insert_record('local_everything_shelf', (object) $shelf), 'created' => true];
    }

    /**
     * Throws away what was kept long enough.
     */
    public static function tidy(): void {
        global $DB;
        $oldest = \core\di::get(\core\clock::class)->time() - config::keep();
        $DB->delete_records_select('local_everything_item', 'timecreated < ?', [$oldest]);
    }

    /**
     * Moves the items of a shelf.
     *
     * @param int $shelfid
     * @param int|null $target
     */
    public static function move(int $shelfid, ?int $target): void {
        global $DB;
        $DB->set_field('local_everything_item', 'shelfid', $target ?? $shelfid, ['shelfid' => $shelfid]);
    }
}
