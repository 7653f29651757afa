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

namespace block_my_external_backup_restore_courses\local\request;

use block_my_external_backup_restore_courses\local\queue\work;
use block_my_external_backup_restore_courses\local\remote\client;
use block_my_external_backup_restore_courses\local\remote\remotes;
use block_my_external_backup_restore_courses\local\remote\trouble;
use block_my_external_backup_restore_courses\local\restore\existing_course;
use block_my_external_backup_restore_courses\local\restore\import_controller;
use block_my_external_backup_restore_courses\local\restore\new_course;
use block_my_external_backup_restore_courses\local\restore\unpacked;
use block_my_external_backup_restore_courses\local\transfer\store;
use block_my_external_backup_restore_courses\local\transfer\upstream_zip;

/**
 * Takes away what a request leaves behind, here and on the other Moodle. The column `exportid` says that something may be left.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class clearing {
    /** @var string Stands in `exportid` before the other Moodle has named its backup. */
    public const SOMETHING = '-';

    /** @var int The other Moodle clears by itself what is so old, in seconds. */
    private const GONE = 86400;

    /** @var int Seconds until the other Moodle is asked again to clear. */
    private const PAUSE = 600;

    /**
     * Clears both sides of a request that has ended.
     *
     * @param work $work
     */
    public static function clear(work $work): void {
        self::clear_here($work->row);
        try {
            self::clear_there($work);
        } catch (trouble $e) {
            $over = $e->reason === 'server_unknown' || time() - (int) $work->row->timeended > self::GONE;
            $work->write($over ? ['exportid' => null] : ['timenext' => time() + self::PAUSE]);
        }
    }

    /**
     * Has the other Moodle delete its backup.
     *
     * @param work $work
     */
    public static function clear_there(work $work): void {
        $export = $work->row->exportid;
        if ($export === null) {
            return;
        }
        // Where the answer to the wish was lost, the wish is all that names the backup.
        $name = $export === self::SOMETHING ? $work->row->wish : $export;
        if ($name !== null && !upstream_zip::is_one($name)) {
            $remote = remotes::find($work->row->remote) ?? throw new trouble('server_unknown');
            $function = $work->row->state === 'done' ? 'confirm_export' : 'cancel_export';
            self::unless_gone(fn(): array => client::call($remote, $function, ['export' => $name], 10));
        }
        $work->write(['exportid' => null]);
    }

    /**
     * Deletes what was transferred, and the course that was not finished.
     *
     * @param \stdClass|null $request
     */
    public static function clear_here(?\stdClass $request): void {
        if ($request === null) {
            return;
        }
        import_controller::clear($request);
        if ($request->state !== 'done') {
            existing_course::take_away($request);
            new_course::delete_half($request);
        }
        store::of($request)->delete();
        unpacked::delete((int) $request->id);
    }

    /**
     * What the other Moodle has deleted already need not be deleted.
     *
     * @param callable $call
     */
    private static function unless_gone(callable $call): void {
        try {
            $call();
        } catch (trouble $e) {
            if (!in_array($e->reason, ['export_gone', 'function_missing'], true)) {
                throw $e;
            }
        }
    }
}
