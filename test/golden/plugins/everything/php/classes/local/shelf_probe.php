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

use local_everything\local\remote\finding;
use local_everything\local\remote\probe;
use local_everything\local\remote\remote;

/**
 * What matters to shelves in another Moodle.
 *
 * @package    local_everything
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class shelf_probe implements probe {
    /**
     * Items can be put on a shelf without being listed.
     *
     * @param string[] $missing
     * @return finding|null
     */
    public static function without(array $missing): ?finding {
        return $missing === ['local_everything_get_items'] ? new finding('warning', 'No list.') : null;
    }

    /**
     * Nothing else.
     *
     * @param remote $remote
     * @return finding[]
     */
    public static function findings(remote $remote): array {
        return [];
    }
}
