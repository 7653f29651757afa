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
use block_my_external_backup_restore_courses\local\request\clearing;
use block_my_external_backup_restore_courses\local\restore\rights;
use block_my_external_backup_restore_courses\local\rules\journey;

/**
 * Asks the other Moodle for a backup, and waits until it is made.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class asking {
    /** @var int[] Milliseconds between the first looks, while the worker stays: a small course takes no longer. */
    private const LOOKS = [100, 150, 200, 300, 400, 500, 700, 1000, 1000, 1500, 2000, 2000, 2000, 2000, 2000];

    /** @var int Seconds for an answer where somebody waits at a page. */
    private const SHORT = 5;

    /**
     * Asks. The same request asks with the same wish, so that a lost answer makes no second backup.
     *
     * @param work $work
     * @param remote $remote
     * @param bool $patient whether there is time for a server that has to make it while it is asked
     * @return bool whether it can go on at once
     */
    public static function ask(work $work, remote $remote, bool $patient = true): bool {
        global $CFG;
        $request = $work->row;
        rights::check($request);
        if ($request->wish === null) {
            // A backup that was no good is not left on the other Moodle.
            clearing::clear_there($work);
            store::of($request)->drop_backup();
            $work->write(['wish' => random_string(40), 'exportid' => clearing::SOMETHING, 'bytesdone' => 0]);
        }
        try {
            $answer = client::call($remote, 'ask_for_export', person::named((int) $request->userid) + [
                'courseid' => $request->remotecourse,
                'withusers' => (int) $request->withusers,
                'branch' => $CFG->branch,
                'wish' => $request->wish,
            ], $patient ? client::SECONDS : self::SHORT);
            $export = (string) ($answer['export'] ?? '');
        } catch (trouble $e) {
            $export = match ($e->reason) {
                'function_missing' => $patient ? upstream_zip::ask($work, $remote) : throw $e,
                'server_newer' => throw new trouble('server_newer', self::versions($remote)),
                default => throw $e,
            };
        }
        if (!preg_match('/^[a-z]*:?[a-zA-Z0-9]{1,40}$/', $export)) {
            throw new trouble('garbage');
        }
        $work->advance(['exportid' => $export]);
        return true;
    }

    /**
     * Both versions, where they do not go together.
     *
     * @param remote $remote
     * @return string
     */
    private static function versions(remote $remote): string {
        global $CFG;
        return clean_param(client::call($remote, 'get_status')['release'] ?? '', PARAM_TEXT) . " > $CFG->release";
    }

    /**
     * Waits: some seconds here, then later again, so that others may use the time.
     *
     * @param work $work
     * @param remote $remote
     * @return bool whether it can go on at once
     */
    public static function wait(work $work, remote $remote): bool {
        if ($work->row->exportid === null || $work->row->exportid === clearing::SOMETHING) {
            throw new trouble('export_gone');
        }
        if (upstream_zip::is_one($work->row->exportid)) {
            $work->advance();
            return true;
        }
        foreach (self::LOOKS as $pause) {
            $export = client::call($remote, 'get_export', ['export' => $work->row->exportid]);
            switch ($export['state'] ?? '') {
                case 'ready':
                    $work->known = $export;
                    $work->advance(['bytes' => (int) $export['bytes'] + (int) $export['contentbytes']]);
                    return true;
                case 'failed':
                    throw client::trouble_of('reason:' . clean_param($export['reason'] ?? '', PARAM_ALPHANUMEXT));
                case 'cancelled':
                    throw new trouble('export_gone');
                case 'waiting':
                case 'preparing':
                    $work->beat(['share' => (int) ($export['share'] ?? 0)]);
                    break;
                default:
                    throw new trouble('garbage');
            }
            usleep($pause * 1000);
        }
        $waited = time() - (int) $work->row->timechanged;
        if ($waited > journey::LONGEST_PREPARATION) {
            throw new trouble('never_prepared');
        }
        $work->wait_until(time() + journey::poll_after($waited));
        return false;
    }
}
