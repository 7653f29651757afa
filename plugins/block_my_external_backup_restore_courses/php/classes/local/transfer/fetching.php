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

use block_my_external_backup_restore_courses\local\queue\work;
use block_my_external_backup_restore_courses\local\remote\client;
use block_my_external_backup_restore_courses\local\remote\remote;
use block_my_external_backup_restore_courses\local\remote\trouble;

/**
 * Brings a backup and the contents that belong to it here. Begun again, it goes on where it was.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class fetching {
    /** @var int Contents of one page of the list. */
    private const PAGE = 1000;

    /**
     * Fetches all of it.
     *
     * @param work $work
     * @param remote $remote
     * @return bool whether it can go on at once
     */
    public static function fetch(work $work, remote $remote): bool {
        if (upstream_zip::is_one($work->row->exportid)) {
            upstream_zip::fetch($work, $remote);
            $work->advance();
            return true;
        }
        $export = $work->known ?? client::call($remote, 'get_export', ['export' => $work->row->exportid]);
        if (($export['state'] ?? '') !== 'ready') {
            throw new trouble('export_gone');
        }
        disk::check((int) $export['bytes'], (int) $export['contentbytes']);
        $store = store::of($work->row);
        $downloads = new downloads($work, $remote, $store);
        $backup = is_file($store->backup()) ? [] : self::contents([$export]);
        self::fetch_contents($work, $remote, $downloads, $store, $backup);
        self::check_backup($store->backup(), (string) ($export['digest'] ?? ''));
        $work->advance(['bytesdone' => (int) $work->row->bytes]);
        return true;
    }

    /**
     * Holds the backup that has come against what it should be.
     *
     * @param string $path
     * @param string $digest
     */
    private static function check_backup(string $path, string $digest): void {
        if (hash_file('sha256', $path) !== $digest) {
            unlink($path);
            throw new trouble('export_broken');
        }
    }

    /**
     * Fetches the backup, and the contents page by page: what this Moodle lacks, or what the other one cannot prove to hold.
     *
     * @param work $work
     * @param remote $remote
     * @param downloads $downloads
     * @param store $store
     * @param array $backup bytes by hash; none where it is here
     */
    private static function fetch_contents(
        work $work,
        remote $remote,
        downloads $downloads,
        store $store,
        array $backup,
    ): void {
        $store->allow_nothing();
        $received = $store->received();
        $after = '';
        do {
            $asked = ['export' => $work->row->exportid, 'after' => $after, 'most' => self::PAGE];
            $page = client::call($remote, 'get_contents', $asked);
            $contents = self::contents($page);
            $proved = proofs::proved($work, $remote, array_diff_key($contents, $received));
            $downloads->had(array_sum(array_intersect_key($contents, $proved + $received)));
            $wanted = $backup + array_diff_key($contents, $received, $proved);
            $downloads->fetch($wanted, array_fill_keys(array_keys($backup), $store->backup()));
            $backup = [];
            $store->allow(array_keys($contents));
            $last = array_key_last($contents);
            if ($last !== null && strcmp((string) $last, $after) <= 0) {
                throw new trouble('garbage');
            }
            $after = (string) $last;
        } while (count($contents) >= self::PAGE);
    }

    /**
     * A page of the list: bytes by hash.
     *
     * @param array $page
     * @return array
     */
    private static function contents(array $page): array {
        $contents = [];
        foreach ($page as $content) {
            $contenthash = is_array($content) ? (string) ($content['contenthash'] ?? '') : '';
            if (!preg_match('/^[0-9a-f]{40}$/', $contenthash)) {
                throw new trouble('garbage');
            }
            $contents[$contenthash] = (int) ($content['bytes'] ?? 0);
        }
        return $contents;
    }
}
