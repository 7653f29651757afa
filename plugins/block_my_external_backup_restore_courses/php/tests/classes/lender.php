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

namespace block_my_external_backup_restore_courses\tests;

use block_my_external_backup_restore_courses\local\server\exports;
use block_my_external_backup_restore_courses\local\server\register;

/**
 * A Moodle that lends courses: a service account that asks, teachers who own courses, and files in them.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class lender {
    /** @var \stdClass The service account. */
    public \stdClass $account;

    /**
     * Makes the account, and logs it in.
     *
     * @param \testing_data_generator $generator
     */
    public function __construct(
        /** @var \testing_data_generator Makes everything. */
        private readonly \testing_data_generator $generator,
    ) {
        $this->account = $this->account();
        $this->log_in();
    }

    /**
     * An account with the rights of a client.
     *
     * @return \stdClass
     */
    public function account(): \stdClass {
        $system = \core\context\system::instance();
        $role = $this->generator->create_role();
        foreach (['can_see_backup_courses', 'can_retrieve_courses'] as $capability) {
            assign_capability("block/my_external_backup_restore_courses:$capability", CAP_ALLOW, $role, $system->id);
        }
        $account = $this->generator->create_user();
        role_assign($role, $account->id, $system->id);
        return $account;
    }

    /**
     * The service account asks from now on.
     */
    public function log_in(): void {
        \core\session\manager::set_user($this->account);
    }

    /**
     * A teacher of a course.
     *
     * @param string $name
     * @param int $courseid
     * @param string $role
     * @return \stdClass
     */
    public function teacher(string $name, int $courseid, string $role = 'editingteacher'): \stdClass {
        $user = $this->generator->create_user(['username' => $name]);
        $this->generator->enrol_user($user->id, $courseid, $role);
        return $user;
    }

    /**
     * A folder with files.
     *
     * @param int $courseid
     * @param string[] $contents by file name
     * @return string[] their content hashes, sorted
     */
    public function files(int $courseid, array $contents): array {
        $folder = $this->generator->create_module('folder', ['course' => $courseid], ['section' => 1]);
        $hashes = [];
        foreach ($contents as $name => $content) {
            $hashes[] = get_file_storage()->create_file_from_string([
                'contextid' => \core\context\module::instance($folder->cmid)->id,
                'component' => 'mod_folder',
                'filearea' => 'content',
                'itemid' => 0,
                'filepath' => '/',
                'filename' => $name,
            ], $content)->get_contenthash();
        }
        sort($hashes);
        return array_values(array_unique($hashes));
    }

    /**
     * Asks for a course.
     *
     * @param string $username
     * @param int $courseid
     * @param bool $withusers
     * @param string|null $wish
     * @return string name of the export
     */
    public function ask(string $username, int $courseid, bool $withusers = false, ?string $wish = null): string {
        return exports::ask_for_export('username', $username, $courseid, $withusers, '999', $wish ?? random_string(40))['export'];
    }

    /**
     * Asks for a course, and has the backup made.
     *
     * @param string $username
     * @param int $courseid
     * @param bool $withusers
     * @return \stdClass the export
     */
    public function export(string $username, int $courseid, bool $withusers = false): \stdClass {
        global $DB;
        $name = $this->ask($username, $courseid, $withusers);
        $this->work($name);
        return $DB->get_record(register::TABLE, ['name' => $name], '*', MUST_EXIST);
    }

    /**
     * Does what the background task would.
     *
     * @param string $name
     */
    public function work(string $name): void {
        global $DB;
        ob_start();
        \block_my_external_backup_restore_courses\local\server\export_worker::run_task(
            (int) $DB->get_field(register::TABLE, 'id', ['name' => $name]),
        );
        ob_end_clean();
        $this->log_in();
    }

    /**
     * What the backup file of an export holds.
     *
     * @param \stdClass $export
     * @return string folder
     */
    public function unpack(\stdClass $export): string {
        $folder = make_request_directory();
        register::file((int) $export->id)->extract_to_pathname(get_file_packer('application/vnd.moodle.backup'), $folder);
        return $folder;
    }

    /**
     * Why something is refused.
     *
     * @param callable $asking
     * @return string|null
     */
    public static function refused(callable $asking): ?string {
        try {
            $asking();
        } catch (\block_my_external_backup_restore_courses\local\server\refusal $refusal) {
            return $refusal->reason;
        }
        return null;
    }
}
