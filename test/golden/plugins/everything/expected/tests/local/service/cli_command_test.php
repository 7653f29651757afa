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

namespace local_everything\local\service;

#[\PHPUnit\Framework\Attributes\CoversClass(cli_command::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(limits::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(report::class)]
/**
 * The command that sets the service up.
 *
 * @package    local_everything
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \local_everything\local\service\cli_command
 * @covers \local_everything\local\service\limits
 * @covers \local_everything\local\service\report
 */
final class cli_command_test extends \advanced_testcase {
    /**
     * The command needs its library.
     */
    protected function setUp(): void {
        global $CFG;
        parent::setUp();
        $this->resetAfterTest();
        require_once($CFG->libdir . '/clilib.php');
        require_once($CFG->libdir . '/filelib.php');
    }

    public function test_it_prints_the_token_once(): void {
        [$code, $said] = $this->command(['--json']);
        $first = json_decode($said, true);
        $this->assertSame(cli_command::READY, $code, $said);
        $this->assertMatchesRegularExpression('/^[0-9a-f]{32}$/', $first['token']);
        $this->assertStringContainsString($first['token'], $first['line']);
        [, $again] = $this->command();
        $this->assertStringNotContainsString($first['token'], $again);
        $this->assertStringNotContainsString('[' . get_string('service:state:made', 'local_everything') . ']', $again);
    }

    public function test_check_changes_nothing_and_says_that_it_is_not_ready(): void {
        [$code] = $this->command(['--check']);
        $this->assertSame(cli_command::MISSING, $code);
        $this->assertNull(account::user());
    }

    public function test_a_refusal_is_told(): void {
        [$code, $said] = $this->command(['--json'], ['errorcode' => 'x', 'message' => 'No entry']);
        $this->assertSame(cli_command::MISSING, $code);
        $this->assertStringContainsString('No entry', json_decode($said, true)['call']);
    }

    /**
     * Options that make no sense do nothing.
     *
     * @dataProvider wrong_options
     * @param string ...$options
     */
    #[\PHPUnit\Framework\Attributes\DataProvider('wrong_options')]
    public function test_wrong_options_are_refused(string ...$options): void {
        $this->assertSame(cli_command::USAGE, $this->command($options)[0]);
        $this->assertNull(account::user());
    }

    /**
     * What people may type.
     *
     * @return array
     */
    public static function wrong_options(): array {
        $lines = [
            '--nonsense',
            'stray',
            '--validuntil',
            '--validuntil=',
            '--validuntil=soon',
            '--validuntil=2020-01-01',
            '--validuntil=2090-02-30',
            '--iprestriction',
            '--iprestriction=999.1.2.3',
            '--iprestriction=here',
            '--check --rotate',
            '--check --validuntil=never',
        ];
        return array_combine($lines, array_map(static fn(string $line): array => explode(' ', $line), $lines));
    }

    public function test_limits_are_read_as_people_write_them(): void {
        $this->assertSame(0, limits::validuntil('never'));
        $this->assertSame(
            '2090-06-30 23:59:59',
            userdate(limits::validuntil('2090-06-30'), '%Y-%m-%d %H:%M:%S', \core_date::get_server_timezone(), false),
        );
        $this->assertSame(
            '10.1.2.3,192.168.0.0/24,10.0.0.1-9,2001:db8::/32,192.168.',
            limits::iprestriction(' 10.1.2.3, 192.168.0.0/24,10.0.0.1-9,2001:db8::/32,192.168.,'),
        );
        $this->assertSame('', limits::iprestriction(''));
    }

    /**
     * Runs the command, with this answer of the site to itself.
     *
     * @param string[] $options
     * @param array $answer
     * @return array{int, string} exit code and what was printed
     */
    private function command(array $options = [], array $answer = ['sitename' => 'x']): array {
        \curl::mock_response(json_encode($answer));
        $before = $_SERVER['argv'];
        $_SERVER['argv'] = ['setup.php', ...$options];
        ob_start();
        try {
            $code = cli_command::run();
        } finally {
            $_SERVER['argv'] = $before;
            $said = ob_get_clean();
        }
        return [$code, $said];
    }
}
