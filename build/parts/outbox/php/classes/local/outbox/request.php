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
 * What is asked of a destination.
 *
 * @package    part_outbox
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class request {
    /**
     * A request.
     *
     * @param string $method
     * @param string $path
     * @param array|null $body
     * @param array $headers
     */
    public function __construct(
        /** @var string Of HTTP. */
        public readonly string $method,
        /** @var string Below the address of the destination. */
        public readonly string $path,
        /** @var array|null What is sent as JSON. */
        public readonly ?array $body = null,
        /** @var array Headers beside those of the destination. */
        public readonly array $headers = [],
    ) {
    }

    /**
     * The body as it is sent.
     *
     * @return string
     */
    public function json(): string {
        return json_encode($this->body, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR);
    }

    /**
     * The request as the trace shows it.
     *
     * @return string
     */
    public function shown(): string {
        return "$this->method $this->path" . ($this->body === null ? '' : "\n" . $this->json());
    }
}
