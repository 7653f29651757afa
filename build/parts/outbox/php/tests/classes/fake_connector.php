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

namespace part_outbox\tests;

use part_outbox\local\outbox\connector;
use part_outbox\local\outbox\destination;
use part_outbox\local\outbox\request;
use part_outbox\local\outbox\verdict;

/**
 * Somebody elsewhere who wants to know of things.
 *
 * @package    part_outbox
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class fake_connector implements connector {
    /** @var string What lets us in. */
    public string $key = 'sesame';

    #[\Override]
    public function destinations(): array {
        $headers = ['KEY' => $this->key];
        return [new destination('elsewhere', 'Elsewhere', 'https://erp.example', static fn(): array => $headers, ['thing'])];
    }

    #[\Override]
    public function deliveries(destination $destination, array $groups): array {
        return array_map(self::delivery(...), $groups);
    }

    /**
     * How a message gets there. Item 13 is unheard of, item 14 cannot be told.
     *
     * @param \stdClass[] $rows
     * @return \Generator
     */
    private static function delivery(array $rows): \Generator {
        if ((int) $rows[0]->itemid === 13) {
            return new verdict(verdict::HELD, 'refused');
        }
        if ((int) $rows[0]->itemid === 14) {
            throw new \coding_exception('A broken template');
        }
        return verdict::on(yield new request('POST', '/things', ['uid' => $rows[0]->uid, 'data' => json_decode($rows[0]->data, true)]));
    }
}
