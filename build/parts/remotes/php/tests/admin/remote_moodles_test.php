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

namespace part_remotes\admin;

use part_remotes\local\remote\address;
use part_remotes\local\remote\blueprint;
use part_remotes\local\remote\remote_test;
use part_remotes\local\remote\remotes;

#[\PHPUnit\Framework\Attributes\CoversClass(remote_moodles::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(\part_remotes\local\remote\remote_list::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(\part_remotes\local\remote\remote_test::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(\part_remotes\local\remote\address::class)]
/**
 * The list of other Moodles among the settings.
 *
 * @package    part_remotes
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \part_remotes\admin\remote_moodles
 * @covers \part_remotes\local\remote\remote_list
 * @covers \part_remotes\local\remote\remote_test
 * @covers \part_remotes\local\remote\address
 */
final class remote_moodles_test extends \advanced_testcase {
    /** @var string Whose setting it is. */
    private const COMPONENT = 'part_remotes';

    /** @var string A token. */
    private const TOKEN = '0123456789abcdef0123456789abcdef';

    /**
     * The library of settings.
     */
    protected function setUp(): void {
        global $CFG;
        parent::setUp();
        require_once($CFG->libdir . '/adminlib.php');
        require_once($CFG->libdir . '/filelib.php');
        $this->resetAfterTest();
        $this->setAdminUser();
    }

    public function test_tokens_are_kept_encrypted_and_never_shown(): void {
        global $DB;
        $row = ['url' => 'https://old.example/login/index.php', 'token' => self::TOKEN];
        $this->assertSame('', $this->setting()->write_setting([$row]));
        $this->assertSame(self::TOKEN, remotes::find('https://old.example')->token);
        $this->assertStringNotContainsString(self::TOKEN, get_config(self::COMPONENT, blueprint::SETTING));
        $html = $this->setting()->output_html($this->setting()->get_setting());
        $this->assertStringContainsString('https://old.example', $html);
        $this->assertStringNotContainsString(self::TOKEN, $html);
        $this->assertStringNotContainsString('sodium', $html);
        foreach ($DB->get_records('config_log', ['plugin' => 'part_remotes']) as $log) {
            $this->assertStringNotContainsString(self::TOKEN, $log->value . $log->oldvalue);
        }
    }

    public function test_a_row_without_a_token_keeps_the_one_of_its_address_and_no_other(): void {
        $this->setting()->write_setting([['url' => 'https://old.example', 'token' => self::TOKEN]]);
        $this->assertSame('', $this->setting()->write_setting([['url' => 'https://old.example', 'token' => '']]));
        $this->assertSame(self::TOKEN, remotes::find('https://old.example')->token);
        $said = $this->setting()->write_setting([['url' => 'https://evil.example', 'token' => '']]);
        $this->assertStringContainsString('https://evil.example', $said);
        $this->assertNull(remotes::find('https://evil.example'));
        $this->assertSame('', $this->setting()->write_setting([['url' => 'https://old.example', 'token' => '', 'remove' => 1]]));
        $this->assertSame([], remotes::all());
    }

    public function test_what_a_recipe_writes_works_at_once_and_is_encrypted_when_saved(): void {
        $recipe = 'https://a.example,' . self::TOKEN . ';https://b.example/,' . self::TOKEN;
        set_config(blueprint::SETTING, $recipe, self::COMPONENT);
        $this->assertSame(self::TOKEN, remotes::find('https://b.example')->token);
        $this->assertSame('', $this->setting()->write_setting($this->setting()->get_setting()));
        $this->assertStringNotContainsString(self::TOKEN, get_config(self::COMPONENT, blueprint::SETTING));
        $this->assertSame(self::TOKEN, remotes::find('https://b.example')->token);
    }

    /**
     * What is wrong is told with its row, and nothing is kept.
     *
     * @dataProvider wrong_rows
     * @param string $url
     * @param string $token
     * @param string $problem
     */
    #[\PHPUnit\Framework\Attributes\DataProvider('wrong_rows')]
    public function test_wrong_rows_are_named(string $url, string $token, string $problem): void {
        $rows = [['url' => 'https://good.example', 'token' => self::TOKEN], ['url' => $url, 'token' => $token]];
        $said = $this->setting()->write_setting($rows);
        $this->assertStringContainsString(get_string("remotes:$problem", 'part_remotes'), $said);
        $this->assertStringContainsString('Row 2', $said);
        $this->assertSame([], remotes::all());
    }

    /**
     * Rows that people may write.
     *
     * @return array
     */
    public static function wrong_rows(): array {
        return [
            'no address' => ['old moodle', self::TOKEN, 'badaddress'],
            'a script' => ['javascript:alert(1)', self::TOKEN, 'badaddress'],
            'another protocol' => ['ftp://old.example', self::TOKEN, 'badaddress'],
            'http on a https site' => ['http://old.example', self::TOKEN, 'unencrypted'],
            'no token' => ['https://old.example', '', 'notoken'],
            'no address, but a token' => ['', self::TOKEN, 'badaddress'],
            'twice' => ['https://good.example/', self::TOKEN, 'twice'],
            'this site' => ['https://www.example.com/moodle', self::TOKEN, 'thissite'],
            'a token with a semicolon' => ['https://old.example', self::TOKEN . ';x', 'badtoken'],
        ];
    }

    public function test_addresses_are_cut_to_where_a_moodle_begins(): void {
        $this->assertSame('https://old.example/moodle', address::of(' https://old.example/moodle/course/view.php?id=4#x '));
        $this->assertSame('https://old.example', address::of('https://old.example/'));
        $this->assertSame(['https://old.example', self::TOKEN], address::split('https://old.example,' . self::TOKEN, ''));
        $this->assertNull(address::of('https://user:pass@old.example'));
    }

    public function test_the_button_says_what_is_wrong_without_saving(): void {
        \curl::mock_response(json_encode(['errorcode' => 'invalidtoken', 'message' => 'x']));
        $findings = remote_test::test_remote('https://old.example', self::TOKEN);
        $this->assertSame(['error'], array_column($findings, 'level'));
        $this->assertSame(get_string('reason:token', 'part_remotes'), $findings[0]['text']);
        $this->assertSame([], remotes::all());
    }

    /**
     * The setting.
     *
     * @return remote_moodles
     */
    private function setting(): remote_moodles {
        return new remote_moodles('part_remotes/' . blueprint::SETTING, 'Remotes', '', '');
    }
}
