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

use block_my_external_backup_restore_courses\tests\lender;

/**
 * Nobody reaches the functions for other Moodles but a service account by its token, and nobody where courses stay.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \block_my_external_backup_restore_courses\local\server\gate
 * @covers \block_my_external_backup_restore_courses\local\server\server_status
 */
final class access_test extends \advanced_testcase {
    /** @var array What each function is called with. */
    private const CALLS = [
        'get_courses' => ['username' => 'ada', 'concernedroles' => 'student'],
        'get_courses_zip' => ['username' => 'ada', 'courseid' => 1],
        'get_status' => [],
        'list_courses' => [
            'match' => 'username', 'username' => 'ada', 'search' => '', 'categoryid' => 0,
            'sort' => 'newest', 'page' => 0, 'perpage' => 9,
        ],
        'look_at_course' => ['match' => 'username', 'username' => 'ada', 'courseid' => 1],
        'ask_for_export' => [
            'match' => 'username', 'username' => 'ada', 'courseid' => 1, 'withusers' => 0, 'branch' => 502,
            'wish' => 'abcdefghijklmnopqrstuvwxyz012345',
        ],
        'get_export' => ['export' => 'x'],
        'get_contents' => ['export' => 'x', 'after' => '', 'most' => 1],
        'prove_contents' => ['export' => 'x', 'nonce' => '0123456789abcdef', 'hashes' => []],
        'get_tickets' => ['export' => 'x', 'hashes' => []],
        'confirm_export' => ['export' => 'x'],
        'cancel_export' => ['export' => 'x'],
    ];

    protected function setUp(): void {
        parent::setUp();
        $this->resetAfterTest();
    }

    /**
     * The error of a call.
     *
     * @param string $function
     * @return string
     */
    private function error(string $function): string {
        try {
            ("\\block_my_external_backup_restore_courses\\external\\$function")::execute(...self::CALLS[$function]);
        } catch (\moodle_exception $e) {
            return $e->errorcode;
        }
        return '';
    }

    public function test_no_function_answers_a_page(): void {
        global $DB;
        $service = $DB->get_field('external_services', 'id', ['shortname' => 'wsblockmyexternalbakcuprestorecourses'], MUST_EXIST);
        $names = $DB->get_fieldset_select('external_services_functions', 'functionname', 'externalserviceid = ?', [$service]);
        foreach (array_keys(self::CALLS) as $function) {
            $this->assertContains("block_my_external_backup_restore_courses_$function", $names);
            $info = \core_external\external_api::external_function_info("block_my_external_backup_restore_courses_$function");
            $this->assertFalse($info->allowed_from_ajax, $function);
            $this->assertTrue($info->loginrequired, $function);
        }
    }

    public function test_each_function_needs_its_capability(): void {
        $this->setUser($this->getDataGenerator()->create_user());
        foreach (array_keys(self::CALLS) as $function) {
            $this->assertSame('nopermissions', $this->error($function), $function);
        }
    }

    public function test_a_moodle_that_is_a_client_only_gives_nothing(): void {
        new lender($this->getDataGenerator());
        $this->assertSame('', $this->error('get_status'));
        set_config('moodle_role', 'client', 'block_my_external_backup_restore_courses');
        foreach (array_keys(self::CALLS) as $function) {
            $this->assertSame('reason:service_off', $this->error($function), $function);
        }
    }

    public function test_the_site_is_told_by_a_digest_alone(): void {
        new lender($this->getDataGenerator());
        $answer = server_status::get_status();
        $this->assertSame(hash('sha256', get_site_identifier()), $answer['site']);
        $this->assertStringNotContainsString(get_site_identifier(), json_encode($answer));
    }
}
