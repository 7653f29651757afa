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

namespace block_my_external_backup_restore_courses\local\restore;

defined('MOODLE_INTERNAL') || die();

require_once($CFG->dirroot . '/backup/util/includes/restore_includes.php');

use block_my_external_backup_restore_courses\local\queue\work;
use block_my_external_backup_restore_courses\local\remote\trouble;
use block_my_external_backup_restore_courses\local\transfer\disk;
use block_my_external_backup_restore_courses\local\transfer\store;
use block_my_external_backup_restore_courses\local\transfer\upstream_zip;

/**
 * A backup, unpacked where core's restore looks for it.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class unpacked {
    /**
     * A folder, and what its backup says of itself.
     *
     * @param string $name of the folder
     * @param \stdClass $info
     * @param string[] $struck names of files that may not be restored
     */
    private function __construct(
        /** @var string Name of the folder. */
        public readonly string $name,
        /** @var \stdClass What the backup says of itself. */
        public readonly \stdClass $info,
        /** @var string[] Names of files that may not be restored. */
        public readonly array $struck,
    ) {
    }

    /**
     * Unpacks the backup of a request.
     *
     * @param work $work
     * @return self
     */
    public static function of(work $work): self {
        $store = store::of($work->row);
        $name = self::folder((int) $work->row->id);
        try {
            $directory = make_backup_temp_directory($name);
        } catch (\moodle_exception $e) {
            throw new trouble(disk::reason('temp_unwritable'));
        }
        remove_dir($directory, true);
        if (!is_file($store->backup()) || !self::unpack($store->backup(), $directory)) {
            throw new trouble(disk::reason('export_broken'));
        }
        $work->beat(['share' => 5]);
        if (!is_file("$directory/course/course.xml")) {
            throw new trouble('export_broken');
        }
        try {
            $info = \backup_general_helper::get_backup_information($name);
        } catch (\Throwable $e) {
            throw new trouble(disk::reason('export_broken'));
        }
        self::check_version($info);
        $struck = upstream_zip::is_one($work->row->exportid) ? [] : allowed_files::keep_only($directory, $store->allowed());
        return new self($name, $info, $struck);
    }

    /**
     * Whether every file of the backup can be read to its end.
     *
     * @return bool
     */
    public function is_sound(): bool {
        $before = libxml_use_internal_errors(true);
        libxml_clear_errors();
        $folder = new \RecursiveDirectoryIterator(make_backup_temp_directory($this->name), \FilesystemIterator::SKIP_DOTS);
        foreach (new \RecursiveIteratorIterator($folder) as $file) {
            $reader = new \XMLReader();
            if ($file->getExtension() === 'xml' && $reader->open($file->getPathname(), null, LIBXML_NONET)) {
                while ($reader->read()) {
                    continue;
                }
                $reader->close();
            }
        }
        $sound = libxml_get_errors() === [];
        libxml_clear_errors();
        libxml_use_internal_errors($before);
        return $sound;
    }

    /**
     * Deletes what was unpacked of a request.
     *
     * @param int $requestid
     */
    public static function delete(int $requestid): void {
        global $CFG;
        remove_dir("$CFG->backuptempdir/" . self::folder($requestid));
    }

    /**
     * Unpacks a backup.
     *
     * @param string $path
     * @param string $directory
     * @return bool whether all of it is there
     */
    private static function unpack(string $path, string $directory): bool {
        try {
            return (bool) get_file_packer('application/vnd.moodle.backup')->extract_to_pathname($path, $directory);
        } catch (\moodle_exception $e) {
            mtrace_exception($e);
            return false;
        }
    }

    /**
     * A backup of a newer Moodle cannot be restored.
     *
     * @param \stdClass $info
     */
    private static function check_version(\stdClass $info): void {
        $theirs = (string) ($info->backup_release ?? '');
        if ((int) ($info->backup_version ?? 0) > \backup::VERSION && version_compare($theirs, \backup::RELEASE, '>')) {
            throw new trouble('server_newer', "$theirs > " . \backup::RELEASE);
        }
    }

    /**
     * Name of the folder of a request.
     *
     * @param int $requestid
     * @return string
     */
    private static function folder(int $requestid): string {
        return "remotecourse_$requestid";
    }
}
