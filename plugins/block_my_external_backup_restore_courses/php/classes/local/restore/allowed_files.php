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

/**
 * The list of files in a backup. A backup names contents by their hash: one that was neither received nor proved is struck out, or
 * a bad server could have anybody's file appear in the course.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class allowed_files {
    /**
     * Strikes out of a backup what may not be restored.
     *
     * @param string $directory of the backup
     * @param array $allowed hashes, as keys
     * @return string[] names of the files that were struck out
     */
    public static function keep_only(string $directory, array $allowed): array {
        $list = "$directory/files.xml";
        if (!is_file($list)) {
            return [];
        }
        $struck = [];
        $handle = fopen("$list.allowed", 'wb');
        fwrite($handle, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<files>\n");
        foreach (self::files($list) as [$xml, $contenthash, $filename]) {
            if ($filename === '.' || $contenthash === '' || isset($allowed[$contenthash])) {
                fwrite($handle, "$xml\n");
                continue;
            }
            $struck[] = $filename;
        }
        fwrite($handle, '</files>');
        fclose($handle);
        rename("$list.allowed", $list);
        return $struck;
    }

    /**
     * The files of a list, one after the other.
     *
     * @param string $list
     * @return \Generator of [xml, hash, name]
     */
    private static function files(string $list): \Generator {
        $reader = new \XMLReader();
        $reader->open($list, null, LIBXML_NONET);
        while ($reader->read() && $reader->name !== 'file') {
            continue;
        }
        while ($reader->name === 'file' && $reader->nodeType === \XMLReader::ELEMENT) {
            $xml = $reader->readOuterXml();
            $file = new \SimpleXMLElement($xml, LIBXML_NONET);
            // The same words as core writes for an empty value.
            $contenthash = trim((string) $file->contenthash);
            yield [$xml, $contenthash === '$@NULL@$' ? '' : $contenthash, (string) $file->filename];
            $reader->next('file');
        }
        $reader->close();
    }
}
