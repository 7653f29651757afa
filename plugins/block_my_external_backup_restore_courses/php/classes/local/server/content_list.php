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

namespace block_my_external_backup_restore_courses\local\server;

/**
 * The contents that belong to an export: what its files.xml names, as far as this Moodle really has it.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class content_list {
    /** @var int Files that are looked at in one go. */
    private const BATCH = 500;

    /**
     * Keeps the list. The file is read as a stream, whatever its size.
     *
     * @param int $exportid
     * @param string $path the files.xml
     * @param \core\progress\base $progress
     */
    public static function keep(int $exportid, string $path, \core\progress\base $progress): void {
        $seen = [];
        $batch = [];
        $progress->start_progress('contents');
        foreach (self::files($path) as $fileid => $contenthash) {
            $key = hex2bin($contenthash);
            if (isset($seen[$key])) {
                continue;
            }
            $seen[$key] = true;
            $batch[] = $fileid;
            if (count($batch) === self::BATCH) {
                self::write($exportid, $batch);
                $batch = [];
                $progress->progress();
            }
        }
        self::write($exportid, $batch);
        $progress->end_progress();
    }

    /**
     * The files that are no folders: their content hashes by id.
     *
     * @param string $path
     * @return \Generator
     */
    private static function files(string $path): \Generator {
        $reader = new \XMLReader();
        if (!is_file($path) || !$reader->open($path, null, LIBXML_NONET)) {
            return;
        }
        $fileid = 0;
        $contenthash = '';
        while ($reader->read()) {
            if ($reader->nodeType !== \XMLReader::ELEMENT) {
                continue;
            }
            if ($reader->name === 'file') {
                $fileid = (int) $reader->getAttribute('id');
            } else if ($reader->name === 'contenthash') {
                $contenthash = $reader->readString();
            } else if ($reader->name === 'filename' && $reader->readString() !== '.' && self::is_hash($contenthash)) {
                yield $fileid => $contenthash;
            }
        }
        $reader->close();
    }

    /**
     * Whether Moodle would name a content so.
     *
     * @param string $name
     * @return bool
     */
    private static function is_hash(string $name): bool {
        return (bool) preg_match('/^[0-9a-f]{40}$/', $name);
    }

    /**
     * Notes the contents of some files that can be read.
     *
     * @param int $exportid
     * @param int[] $fileids
     */
    private static function write(int $exportid, array $fileids): void {
        global $DB;
        $storage = get_file_storage();
        $system = $storage->get_file_system();
        $rows = [];
        foreach ($DB->get_records_list('files', 'id', $fileids) as $record) {
            if ($system->is_file_readable_remotely_by_storedfile($storage->get_file_instance($record))) {
                $rows[] = ['exportid' => $exportid, 'contenthash' => $record->contenthash, 'bytes' => $record->filesize];
            }
        }
        $DB->insert_records(register::CONTENTS, $rows);
    }
}
