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

namespace block_my_external_backup_restore_courses\local\transfer;

use block_my_external_backup_restore_courses\local\remote\trouble;
use block_my_external_backup_restore_courses\local\rules\answers;
use Psr\Http\Message\ResponseInterface;

/**
 * A file that is on its way: it grows at its end, and a cut costs nothing of what has come.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class part_file {
    /** @var resource Where it is written. */
    private $handle;

    /**
     * Opens it where it ended.
     *
     * @param string $path
     * @param int|null $bytes how long it will be; null where nobody knows
     */
    public function __construct(
        /** @var string Where it is. */
        public readonly string $path,
        /** @var int|null How long it will be. */
        private readonly ?int $bytes,
    ) {
        $handle = is_writable(dirname($path)) ? fopen($path, 'c+b') : false;
        if (!$handle) {
            throw new trouble(disk::reason('temp_unwritable'));
        }
        $this->handle = $handle;
        fseek($handle, 0, SEEK_END);
        if ($bytes === null || $this->length() > $bytes) {
            $this->restart();
        }
    }

    /**
     * How much of it is there.
     *
     * @return int
     */
    public function length(): int {
        if (is_resource($this->handle)) {
            return fstat($this->handle)['size'];
        }
        // The client closes what it has written to.
        clearstatcache(true, $this->path);
        return filesize($this->path);
    }

    /**
     * Whether nothing of it is missing.
     *
     * @return bool
     */
    public function is_whole(): bool {
        return $this->length() === $this->bytes;
    }

    /**
     * The handle that it is written to.
     *
     * @return resource
     */
    public function handle() {
        return $this->handle;
    }

    /**
     * What the request says of where to begin.
     *
     * @return array
     */
    public function headers(): array {
        return ['Accept-Encoding' => 'identity'] + ($this->length() === 0 ? [] : ['Range' => "bytes={$this->length()}-"]);
    }

    /**
     * Looks at the head of an answer before its body is written.
     *
     * @param ResponseInterface $response
     */
    public function expect(ResponseInterface $response): void {
        $status = $response->getStatusCode();
        if ($status === 404) {
            throw new trouble('content_missing');
        }
        if ($status === 403) {
            throw new trouble('transfer_cut', '403');
        }
        $reason = answers::reason_of_status($status);
        if ($reason !== null) {
            throw new trouble($reason, (string) $status);
        }
        if ($status !== 206) {
            $this->restart();
        }
        if ($this->bytes !== null && (int) $response->getHeaderLine('Content-Length') !== $this->bytes - $this->length()) {
            throw new trouble('garbage');
        }
    }

    /**
     * Closes it.
     */
    public function close(): void {
        if (is_resource($this->handle)) {
            fclose($this->handle);
        }
    }

    /**
     * Begins at the beginning.
     */
    private function restart(): void {
        ftruncate($this->handle, 0);
        rewind($this->handle);
    }
}
