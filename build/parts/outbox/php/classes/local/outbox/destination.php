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

namespace part_outbox\local\outbox;

/**
 * Somebody who is told.
 *
 * @package    part_outbox
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class destination {
    /** @var array|null The headers, once somebody has asked for them. */
    private ?array $known = null;

    /**
     * A destination.
     *
     * @param string $name
     * @param string $title
     * @param string $url
     * @param \Closure $headers
     * @param string[] $kinds
     * @param int $since
     */
    public function __construct(
        /** @var string By which rows name it. */
        public readonly string $name,
        /** @var string What people call it. */
        public readonly string $title,
        /** @var string The address that all its paths begin with. */
        public readonly string $url,
        /** @var \Closure Gives the headers of every request: who only wants to know who there is needs no key. */
        private readonly \Closure $headers,
        /** @var string[] The kinds of messages that it wants. */
        public readonly array $kinds,
        /** @var int What happened before is nothing that it has missed. */
        public readonly int $since = 0,
    ) {
    }

    /**
     * Headers of every request, the key among them: they are told to nobody else.
     *
     * @return array
     */
    public function headers(): array {
        return $this->known ??= ($this->headers)();
    }

    /**
     * Changes with the address and with the key.
     *
     * @return string
     */
    public function fingerprint(): string {
        return sha1($this->url . "\n" . json_encode($this->headers()));
    }
}
