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
use core\context\system as system_context;

/**
 * What has come for one request: contents in a file area of the plugin, the backup and unfinished files in a folder of its own.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class store {
    /** @var string File area of contents that have come: restore finds them there by their hash. */
    private const AREA = 'transfer';

    /**
     * That of one request.
     *
     * @param int $requestid
     */
    private function __construct(
        /** @var int The request. */
        private readonly int $requestid,
    ) {
    }

    /**
     * That of one request.
     *
     * @param \stdClass $request
     * @return self
     */
    public static function of(\stdClass $request): self {
        return new self((int) $request->id);
    }

    /**
     * Path of a file in the folder, which is made where it is not there.
     *
     * @param string $name
     * @return string
     */
    public function path(string $name): string {
        try {
            return make_temp_directory(self::folder($this->requestid)) . "/$name";
        } catch (\moodle_exception $e) {
            throw new trouble(disk::reason('temp_unwritable'));
        }
    }

    /**
     * The backup, once it has come.
     *
     * @return string
     */
    public function backup(): string {
        return $this->path('backup.mbz');
    }

    /**
     * Deletes a backup that is of no use.
     */
    public function drop_backup(): void {
        // At the click nothing is made for a course that has not come yet.
        if (is_file($this->place('backup.mbz'))) {
            unlink($this->place('backup.mbz'));
        }
    }

    /**
     * Takes in a content that has come, if it is what it should be.
     *
     * @param string $contenthash
     * @param string $path
     * @return bool
     */
    public function add(string $contenthash, string $path): bool {
        $fs = get_file_storage();
        $where = $this->where() + ['filepath' => '/', 'filename' => $contenthash];
        if ($fs->file_exists(...array_values($where))) {
            return true;
        }
        // Moodle would look into the file for its type, which takes longer and more memory than all else that is done with it.
        $file = $fs->create_file_from_pathname($where + ['mimetype' => 'document/unknown'], $path);
        if ($file->get_contenthash() !== $contenthash) {
            $file->delete();
            return false;
        }
        unlink($path);
        return true;
    }

    /**
     * Hashes of the contents that have come.
     *
     * @return array by hash
     */
    public function received(): array {
        global $DB;
        $hashes = $DB->get_fieldset_select(
            'files',
            'contenthash',
            "contextid = :contextid AND component = :component AND filearea = :filearea AND itemid = :itemid AND filename <> '.'",
            $this->where(),
        );
        return array_fill_keys($hashes, true);
    }

    /**
     * Remembers that contents were received or proved: only these may be restored.
     *
     * @param string[] $hashes
     */
    public function allow(array $hashes): void {
        $this->write('allowed', implode("\n", $hashes) . "\n", FILE_APPEND);
    }

    /**
     * Begins the list of what is allowed anew.
     */
    public function allow_nothing(): void {
        $this->write('allowed', '');
    }

    /**
     * The contents that may be restored.
     *
     * @return array by hash
     */
    public function allowed(): array {
        $path = $this->path('allowed');
        return is_file($path) ? array_fill_keys(file($path, FILE_IGNORE_NEW_LINES | FILE_SKIP_EMPTY_LINES), true) : [];
    }

    /**
     * Keeps what the next process has to know if this one dies.
     *
     * @param string $name
     * @param mixed $value
     */
    public function keep(string $name, $value): void {
        $this->write($name, json_encode($value));
    }

    /**
     * Writes a small file. One that is not whole would say that contents may not be restored.
     *
     * @param string $name
     * @param string $text
     * @param int $flags
     */
    private function write(string $name, string $text, int $flags = 0): void {
        $path = $this->path($name);
        if (!is_writable(dirname($path)) || file_put_contents($path, $text, $flags) !== strlen($text)) {
            throw new trouble(disk::reason('temp_unwritable'));
        }
    }

    /**
     * What an earlier process has kept.
     *
     * @param string $name
     * @return mixed null where there is nothing
     */
    public function kept(string $name) {
        $path = $this->place($name);
        return is_file($path) ? json_decode(file_get_contents($path), true) : null;
    }

    /**
     * Forgets what was kept.
     *
     * @param string $name
     */
    public function forget(string $name): void {
        unlink($this->place($name));
    }

    /**
     * Deletes all of it.
     */
    public function delete(): void {
        global $CFG;
        $where = $this->where();
        get_file_storage()->delete_area_files($where['contextid'], $where['component'], $where['filearea'], $where['itemid']);
        remove_dir("$CFG->tempdir/" . self::folder($this->requestid));
    }

    /**
     * Where the contents are.
     *
     * @return array
     */
    private function where(): array {
        return [
            'contextid' => system_context::instance()->id,
            'component' => 'block_my_external_backup_restore_courses',
            'filearea' => self::AREA,
            'itemid' => $this->requestid,
        ];
    }

    /**
     * Path of a file that may be there, in a folder that may not.
     *
     * @param string $name
     * @return string
     */
    private function place(string $name): string {
        global $CFG;
        return "$CFG->tempdir/" . self::folder($this->requestid) . "/$name";
    }

    /**
     * The folder, below the site's temporary one.
     *
     * @param int $requestid
     * @return string
     */
    private static function folder(int $requestid): string {
        return "block_my_external_backup_restore_courses/$requestid";
    }
}
