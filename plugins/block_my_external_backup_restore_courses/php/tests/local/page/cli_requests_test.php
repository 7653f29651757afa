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

namespace block_my_external_backup_restore_courses\local\page;

use block_my_external_backup_restore_courses\local\request\request_wish;
use block_my_external_backup_restore_courses\local\request\requests;

#[\PHPUnit\Framework\Attributes\CoversClass(cli_requests::class)]
/**
 * The command line that lists requests, makes them, begins them anew and stops them.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \block_my_external_backup_restore_courses\local\page\cli_requests
 */
final class cli_requests_test extends \advanced_testcase {
    protected function setUp(): void {
        global $CFG;
        parent::setUp();
        $this->resetAfterTest();
        require_once($CFG->libdir . '/clilib.php');
    }

    /**
     * Options that make no sense do nothing.
     *
     * @dataProvider nonsense
     * @param string ...$options
     */
    #[\PHPUnit\Framework\Attributes\DataProvider('nonsense')]
    public function test_nonsense_changes_nothing(string ...$options): void {
        global $DB;
        $id = $this->request();
        $this->assertSame(cli_requests::USAGE, $this->command($options)[0]);
        $this->assertSame('scheduled', $DB->get_field(requests::TABLE, 'state', ['id' => $id]));
        $this->assertSame(1, $DB->count_records(requests::TABLE));
    }

    /**
     * What people may type.
     *
     * @return array
     */
    public static function nonsense(): array {
        $lines = [
            '', '--nonsense', 'stray', '--list --request', '--cancel', '--retry', '--cancel=', '--cancel=abc', '--cancel=1,,2',
            '--list=1', '--request --server=http://127.0.0.1:9 --course=7 --user=admin --category', '--request --userdata=no',
            '--list --state=nonsense', '--list --state', '--list --user=nobody', '--request', '--state=failed',
            '--without-userdata',
        ];
        $split = static fn(string $line): array => $line === '' ? [] : explode(' ', $line);
        return array_combine($lines, array_map($split, $lines));
    }

    public function test_requests_are_listed_and_stopped_by_their_ids(): void {
        $id = $this->request();
        [$code, $said] = $this->command(['--list', '--state=scheduled', '--user=admin', '--json']);
        $this->assertSame([cli_requests::OK, [$id]], [$code, array_column(json_decode($said, true), 'id')]);
        [$code, $said] = $this->command(["--cancel=$id,999999", '--json']);
        $this->assertSame([cli_requests::REFUSED, ['done' => [$id], 'left' => [999999]]], [$code, json_decode($said, true)]);
        $this->assertSame("[]\n", $this->command(['--list', '--state=scheduled', '--json'])[1]);
        $this->assertStringContainsString('Algebra', $this->command(['--list'])[1]);
    }

    /**
     * A request that waits.
     *
     * @return int
     */
    private function request(): int {
        $admin = (int) get_admin()->id;
        return requests::add(new request_wish($admin, $admin, 'http://127.0.0.1:9', 7, 'Algebra', 'ALG'));
    }

    /**
     * Runs the command.
     *
     * @param string[] $options
     * @return array exit code and what was printed
     */
    private function command(array $options): array {
        $before = $_SERVER['argv'];
        $_SERVER['argv'] = ['requests.php', ...$options];
        ob_start();
        try {
            $code = cli_requests::run();
        } finally {
            $_SERVER['argv'] = $before;
            $said = ob_get_clean();
        }
        return [$code, $said];
    }
}
