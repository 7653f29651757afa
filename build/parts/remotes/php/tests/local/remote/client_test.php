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

namespace part_remotes\local\remote;

use core\check\result;

#[\PHPUnit\Framework\Attributes\CoversClass(client::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(trouble::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(look::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(remote_check::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(kept::class)]
/**
 * What other Moodles answer, and what becomes of it.
 *
 * @package    part_remotes
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \part_remotes\local\remote\client
 * @covers \part_remotes\local\remote\trouble
 * @covers \part_remotes\local\remote\look
 * @covers \part_remotes\local\remote\remote_check
 * @covers \part_remotes\local\remote\kept
 */
final class client_test extends \advanced_testcase {
    /** @var remote Another Moodle at whose address nobody listens: what it answers, a test says before. */
    private remote $remote;

    /**
     * One other Moodle.
     */
    protected function setUp(): void {
        global $CFG;
        parent::setUp();
        require_once($CFG->libdir . '/filelib.php');
        $this->resetAfterTest();
        // It is asked in vain, and not blocked, which Moodle would complain about.
        set_config('curlsecurityblockedhosts', '');
        set_config('curlsecurityallowedport', '');
        remotes::save([['http://127.0.0.1:9', 'secrettoken']]);
        $this->remote = remotes::find('http://127.0.0.1:9');
    }

    public function test_an_answer_is_given_on(): void {
        \curl::mock_response(json_encode(['total' => 3]));
        $this->assertSame(['total' => 3], client::call($this->remote, 'core_webservice_get_site_info'));
    }

    /**
     * What is none of an answer, and why.
     *
     * @return array[]
     */
    public static function refusals(): array {
        return [
            'the token' => [['errorcode' => 'invalidtoken', 'message' => 'x'], 'token', ''],
            'only the kind of exception' => [['exception' => 'dml_exception'], 'server_error', ''],
            'an error that nobody knows' => [['errorcode' => 'evil <b>code</b>'], 'server_error', 'evilbcodeb'],
            'an endless code' => [['errorcode' => str_repeat('a', 500)], 'server_error', str_repeat('a', 60)],
            'a page' => ['<html>', 'garbage', ''],
            'a number' => [17, 'garbage', ''],
        ];
    }

    /**
     * What another Moodle refuses is trouble with a name, and no word of it is taken over.
     *
     * @dataProvider refusals
     * @param mixed $answer
     * @param string $reason
     * @param string $detail
     */
    #[\PHPUnit\Framework\Attributes\DataProvider('refusals')]
    public function test_what_is_refused_is_trouble_with_a_name($answer, string $reason, string $detail): void {
        \curl::mock_response(json_encode($answer));
        try {
            client::call($this->remote, 'core_webservice_get_site_info');
            $this->fail('There is trouble.');
        } catch (trouble $trouble) {
            $this->assertSame([$reason, $detail], [$trouble->reason, $trouble->detail]);
            $this->assertStringNotContainsString('secrettoken', (string) $trouble);
        }
    }

    public function test_where_nobody_answers_that_is_the_trouble(): void {
        $this->expectExceptionMessage(get_string('reason:unreachable', 'part_remotes'));
        client::call($this->remote, 'core_webservice_get_site_info');
    }

    public function test_without_a_token_nobody_is_asked(): void {
        \curl::mock_response(json_encode(['total' => 3]));
        $this->expectExceptionMessage(get_string('reason:token', 'part_remotes'));
        client::call(new remote($this->remote->url, ''), 'core_webservice_get_site_info');
    }

    public function test_functions_that_are_missing_are_named(): void {
        \curl::mock_response(json_encode(['sitename' => 'Old', 'release' => '4.5', 'functions' => []]));
        $findings = look::at($this->remote);
        $this->assertSame(['error'], array_column($findings, 'level'));
        $this->assertStringContainsString(implode(', ', blueprint::FUNCTIONS), $findings[0]->text);
    }

    public function test_the_status_check_shows_what_another_moodle_says_as_text(): void {
        $functions = array_map(static fn(string $name): array => ['name' => $name], blueprint::FUNCTIONS);
        $site = ['sitename' => 'Old <script>', 'release' => '4.5', 'functions' => $functions];
        // What else the plugin asks is answered with nothing.
        array_map(static fn(): mixed => \curl::mock_response('[]'), range(1, 5));
        \curl::mock_response(json_encode($site));
        $this->assertSame(['http://127.0.0.1:9' => '127.0.0.1:9'], remote_check::rows());
        $details = remote_check::result('http://127.0.0.1:9')->get_details();
        $this->assertStringContainsString('Old &lt;script&gt;', $details);
        $this->assertStringNotContainsString('<script>', $details);
    }

    public function test_a_moodle_that_cannot_be_reached_is_an_error_of_the_status_check(): void {
        $this->assertSame(result::ERROR, remote_check::result('http://127.0.0.1:9')->get_status());
    }

    public function test_an_answer_is_kept_by_what_was_asked_and_of_whom_and_trouble_is_not(): void {
        $answers = [['first'], ['second'], ['third']];
        $ask = static function () use (&$answers): array {
            return array_shift($answers);
        };
        $this->assertSame(['first'], kept::answer($this->remote, ['list', 1], $ask));
        $this->assertSame(['first'], kept::answer($this->remote, ['list', 1], $ask));
        $this->assertSame(['second'], kept::answer($this->remote, ['list', 2], $ask));
        $this->assertSame(['third'], kept::answer(new remote('http://b.example', 'x'), ['list', 1], $ask));
        $refuse = static fn(): array => throw new trouble('timeout');
        try {
            kept::answer($this->remote, ['list', 1], $refuse, true);
            $this->fail('It was asked again.');
        } catch (trouble $trouble) {
            $this->assertSame(['first'], kept::answer($this->remote, ['list', 1], $refuse));
        }
    }
}
