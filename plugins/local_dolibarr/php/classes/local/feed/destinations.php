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

use local_dolibarr\local\outbox\outbox;

/**
 * The list of all that is told. It is kept among the settings, so that events ask the database for nothing.
 *
 * @package    local_dolibarr
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class destinations {
    /**
     * All of them.
     *
     * @return dolibarr[] by number
     */
    public static function all(): array {
        $kept = json_decode((string) get_config('local_dolibarr', 'destinations'), true) ?: [];
        return array_map(static fn(array $one): dolibarr => new dolibarr(...$one), array_column($kept, null, 'id'));
    }

    /**
     * Those that are told.
     *
     * @return dolibarr[] by number
     */
    public static function active(): array {
        return array_filter(self::all(), static fn(dolibarr $one): bool => $one->active);
    }

    /**
     * One of them.
     *
     * @param int $id
     * @return dolibarr|null
     */
    public static function find(int $id): ?dolibarr {
        return self::all()[$id] ?? null;
    }

    /**
     * The one that messages know by a name.
     *
     * @param string $name
     * @return dolibarr|null
     */
    public static function named(string $name): ?dolibarr {
        $named = array_filter(self::all(), static fn(dolibarr $one): bool => $one->name() === $name);
        return reset($named) ?: null;
    }

    /**
     * Keeps one, a new one under a number that no other ever had.
     *
     * @param dolibarr $dolibarr
     * @return dolibarr as it is kept
     */
    public static function keep(dolibarr $dolibarr): dolibarr {
        if ($dolibarr->id === 0) {
            $last = (int) get_config('local_dolibarr', 'lastdestination');
            set_config('lastdestination', $last + 1, 'local_dolibarr');
            $dolibarr = $dolibarr->with(['id' => $last + 1]);
        }
        self::write([$dolibarr->id => $dolibarr] + self::all());
        return $dolibarr;
    }

    /**
     * Removes one. What waits for it goes nowhere any more.
     *
     * @param dolibarr $dolibarr
     */
    public static function remove(dolibarr $dolibarr): void {
        self::write(array_diff_key(self::all(), [$dolibarr->id => true]));
        outbox::leave($dolibarr->name());
    }

    /**
     * Writes the list.
     *
     * @param dolibarr[] $all by number
     */
    private static function write(array $all): void {
        ksort($all);
        $kept = array_map(get_object_vars(...), array_values($all));
        set_config('destinations', json_encode($kept, JSON_THROW_ON_ERROR), 'local_dolibarr');
    }
}
