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

namespace local_dolibarr\output;

use core\output\named_templatable;
use local_dolibarr\local\feed\destinations;
use local_dolibarr\local\feed\dolibarr;
use renderable;
use renderer_base;

/**
 * All that are told, and how another one is added.
 *
 * @package    local_dolibarr
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class destinations_view implements named_templatable, renderable {
    #[\Override]
    public function get_template_name(renderer_base $renderer): string {
        return 'local_dolibarr/destinations';
    }

    #[\Override]
    public function export_for_template(renderer_base $output): array {
        $all = array_map(self::row(...), array_values(destinations::all()));
        return [
            'destinations' => $all,
            'hasdestinations' => $all !== [],
            'ways' => array_map(self::way(...), dolibarr::WAYS),
            'url' => (new \moodle_url('/local/dolibarr/destinations.php'))->out(false),
            'sesskey' => sesskey(),
        ];
    }

    /**
     * A row of the table.
     *
     * @param dolibarr $one
     * @return array
     */
    private static function row(dolibarr $one): array {
        return [
            'id' => $one->id,
            'title' => $one->title,
            'way' => get_string("destination:$one->way", 'local_dolibarr'),
            'address' => $one->url,
            'told' => implode(', ', array_map(static fn(string $kind): string
                => get_string("kind:$kind", 'local_dolibarr'), $one->kinds)),
            'since' => userdate($one->since),
            'active' => $one->active,
            'editurl' => (new \moodle_url('/local/dolibarr/destination.php', ['id' => $one->id]))->out(false),
            'removeurl' => (new \moodle_url('/local/dolibarr/remove.php', ['id' => $one->id]))->out(false),
        ];
    }

    /**
     * A way, and the form of a new one.
     *
     * @param string $way
     * @return array
     */
    private static function way(string $way): array {
        return [
            'name' => get_string("destination:$way", 'local_dolibarr'),
            'about' => get_string("destination:{$way}_about", 'local_dolibarr'),
            'url' => (new \moodle_url('/local/dolibarr/destination.php', ['way' => $way]))->out(false),
        ];
    }
}
