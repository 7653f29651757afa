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

use local_dolibarr\local\outbox\connector;
use local_dolibarr\local\outbox\destination;

/**
 * Dolibarr: one API and one key, with a destination for each way in which it keeps what it is told.
 *
 * @package    local_dolibarr
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class dolibarr_connector implements connector {
    #[\Override]
    public function destinations(): array {
        return array_map(static fn(dolibarr $one): destination => $one->destination(), array_values(destinations::active()));
    }

    #[\Override]
    public function deliveries(destination $destination, array $groups): array {
        $dolibarr = destinations::named($destination->name);
        $envelopes = new envelopes(array_merge(...$groups));
        return array_map(static fn(array $rows): \Generator => delivery::of($dolibarr, $rows[0], $envelopes), $groups);
    }
}
