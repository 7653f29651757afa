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

namespace part_outbox\local\outbox;

use core\check\result;
use GuzzleHttp\Handler\MockHandler;
use GuzzleHttp\Psr7\Response;
use part_outbox\tests\fake_connector;

#[\PHPUnit\Framework\Attributes\CoversClass(outbox::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(message::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(drain::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(claims::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(line::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(courier::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(alarm::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(clearing::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(feed_check::class)]
/**
 * What is put into the outbox arrives, once, in order, or it is seen why not.
 *
 * @package    part_outbox
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \part_outbox\local\outbox\outbox
 * @covers \part_outbox\local\outbox\message
 * @covers \part_outbox\local\outbox\drain
 * @covers \part_outbox\local\outbox\claims
 * @covers \part_outbox\local\outbox\line
 * @covers \part_outbox\local\outbox\courier
 * @covers \part_outbox\local\outbox\alarm
 * @covers \part_outbox\local\outbox\clearing
 * @covers \part_outbox\local\outbox\feed_check
 */
final class outbox_test extends \advanced_testcase {
    /** @var int The moment at which it begins. */
    private const NOW = 1793000000;

    /** @var fake_connector Who is told. */
    private fake_connector $elsewhere;

    /** @var MockHandler What they answer. */
    private MockHandler $answers;

    /** @var array[] What they were asked. */
    private array $asked = [];

    /**
     * Somebody who answers what the test says.
     */
    protected function setUp(): void {
        parent::setUp();
        $this->resetAfterTest();
        $this->mock_clock_with_frozen(self::NOW);
        $this->elsewhere = new fake_connector();
        \core\di::set(blueprint::CONNECTOR, $this->elsewhere);
        ['mock' => $this->answers] = $this->get_mocked_http_client($this->asked);
    }

    public function test_a_message_is_one_row_by_one_query(): void {
        global $DB;
        // What the table looks like is asked once, and remembered by the site.
        $DB->get_columns(outbox::TABLE);
        $before = $DB->perf_get_queries();
        $this->assertSame(1, outbox::put($this->thing(1)));
        $this->assertSame(1, $DB->perf_get_queries() - $before);
        $this->assertSame(0, outbox::put(new message('nothing_they_want', 2, 3, 0, [])));
        $this->assertSame(['waiting'], $this->states());
    }

    public function test_what_was_said_already_is_no_news(): void {
        $this->assertSame(2, outbox::put_news($this->thing(1), $this->thing(1, 7)));
        $this->assertSame(0, outbox::put_news($this->thing(1, 7)));
        $this->assertSame(1, outbox::put_news($this->thing(1, 8)));
    }

    public function test_what_is_undone_is_not_told(): void {
        global $DB;
        // With PostgreSQL Moodle puts a transaction of its own around a test.
        $this->preventResetByRollback();
        $transaction = $DB->start_delegated_transaction();
        outbox::put($this->thing(1));
        try {
            $transaction->rollback(new \moodle_exception('error'));
        } catch (\moodle_exception) {
            $this->assertSame([], $this->states());
        }
    }

    public function test_it_arrives_with_its_identity_and_the_key_is_in_no_trace(): void {
        global $DB;
        outbox::put($this->thing(1));
        $this->answers->append(new Response(200, [], '17'));
        $this->assertSame(['sent' => 1], $this->drain());
        $row = $DB->get_record(outbox::TABLE, []);
        $this->assertSame(['sesame'], $this->asked[0]['request']->getHeader('KEY'));
        $this->assertStringContainsString($row->uid, (string) $this->asked[0]['request']->getBody());
        $this->assertStringNotContainsString('sesame', json_encode($row));
        $this->assertSame(['17', self::NOW], [$row->answer, (int) $row->timeended]);
        $this->assertSame([], $this->drain());
    }

    public function test_only_the_newest_state_of_a_thing_leaves(): void {
        outbox::put($this->thing(1, 1), $this->thing(1, 2), $this->thing(2, 3));
        $this->answers->append(new Response(200, [], '1'), new Response(200, [], '2'));
        $this->assertSame(['replaced' => 1, 'sent' => 2], $this->drain());
        $this->assertSame(['replaced', 'sent', 'sent'], $this->states());
    }

    /**
     * An answer that says: later.
     *
     * @dataProvider later
     * @param Response $answer
     * @param string $reason
     * @param int $least
     */
    #[\PHPUnit\Framework\Attributes\DataProvider('later')]
    public function test_it_waits_and_holds_up_what_follows(Response $answer, string $reason, int $least): void {
        global $DB;
        outbox::put($this->thing(1), $this->thing(2));
        $this->answers->append($answer);
        $this->assertSame(['waiting' => 1], $this->drain());
        $row = $DB->get_record(outbox::TABLE, ['itemid' => 1]);
        $this->assertSame([$reason, 1], [$row->reason, (int) $row->tries]);
        $this->assertGreaterThanOrEqual(self::NOW + $least, $row->timenext);
        $this->mock_clock_with_frozen(self::NOW + 2 * HOURSECS);
        $this->answers->append(new Response(200, [], '1'), new Response(200, [], '2'));
        $this->assertSame(['sent' => 2], $this->drain());
    }

    /**
     * Answers that say: later.
     *
     * @return array[]
     */
    public static function later(): array {
        return [
            'a page instead of an answer' => [new Response(200, [], '<html></html>'), 'notjson', 45],
            'an error of theirs' => [new Response(503, [], '{}'), 'failing', 45],
            'too many' => [new Response(429, ['Retry-After' => '3600'], '{}'), 'busy', 3600],
            'elsewhere' => [new Response(302, ['Location' => 'https://evil.example'], ''), 'redirected', 45],
        ];
    }

    public function test_who_is_not_let_in_stops_and_tells_the_admins_once(): void {
        global $DB;
        outbox::put($this->thing(1), $this->thing(2));
        $this->answers->append(new Response(401, [], '{}'));
        $sink = $this->redirectMessages();
        foreach ([1, 2, 3] as $run) {
            $this->assertSame($run === 1 ? ['waiting' => 1] : [], $this->drain());
            alarm::look();
        }
        $this->assertCount(1, $sink->get_messages());
        $this->assertSame(0, (int) $DB->get_field_sql('SELECT SUM(tries) FROM {part_outbox_message}'));
        $this->assertSame(result::ERROR, feed_check::result()->get_status());
        $this->elsewhere->key = 'open';
        $this->answers->append(new Response(200, [], '1'), new Response(200, [], '2'));
        $this->assertSame(['sent' => 2], $this->drain());
        alarm::look();
        $this->assertCount(1, $sink->get_messages());
        $this->assertSame(result::OK, feed_check::result()->get_status());
    }

    public function test_three_refusals_are_the_end_of_one_message_only(): void {
        outbox::put($this->thing(1), $this->thing(2));
        foreach ([0, 1, 2] as $hours) {
            $this->mock_clock_with_frozen(self::NOW + $hours * HOURSECS);
            $this->answers->append(new Response(400, [], '{}'));
            $hours === 2 && $this->answers->append(new Response(200, [], '2'));
            $this->drain();
        }
        $this->assertSame(['dead', 'sent'], $this->states());
        $this->assertSame(result::WARNING, feed_check::result()->get_status());
    }

    public function test_what_cannot_be_told_is_held_or_given_up_and_stops_nobody(): void {
        outbox::put($this->thing(13), $this->thing(14), $this->thing(15));
        $this->answers->append(new Response(200, [], '1'));
        $this->assertEquals(['held' => 1, 'dead' => 1, 'sent' => 1], $this->drain());
        outbox::release('userid', 2);
        $this->assertSame(['waiting', 'dead', 'sent'], $this->states());
    }

    public function test_after_some_trials_in_vain_the_line_rests_and_then_one_goes_first(): void {
        outbox::put(...array_map(fn(int $userid): message => new message('thing', $userid, 3, 0, []), range(1, 40)));
        $this->answers->append(...array_fill(0, 40, new Response(500, [], '{}')));
        $tried = $this->drain()['waiting'];
        $this->assertLessThan(20, $tried);
        $this->assertSame([], $this->drain());
        $this->mock_clock_with_frozen(self::NOW + HOURSECS);
        $this->assertSame(['waiting' => 1], $this->drain());
    }

    public function test_what_a_dead_process_held_is_sent_by_another(): void {
        global $DB;
        outbox::put($this->thing(1));
        $this->assertCount(1, (new claims('elsewhere'))->take(10));
        $this->assertSame([], $this->drain());
        $this->mock_clock_with_frozen(self::NOW + HOURSECS);
        $this->answers->append(new Response(200, [], '1'));
        $this->assertSame(['sent' => 1], $this->drain());
        $this->assertSame(2, (int) $DB->get_field(outbox::TABLE, 'claims', []));
    }

    public function test_the_last_word_on_a_thing_is_kept(): void {
        outbox::put($this->thing(1, 1));
        outbox::put($this->thing(1, 2));
        $this->answers->append(new Response(200, [], '1'));
        $this->drain();
        $this->mock_clock_with_frozen(self::NOW + 5 * YEARSECS);
        clearing::run_task();
        $this->assertSame(['sent'], $this->states());
        $this->assertSame(0, outbox::put_news($this->thing(1, 2)));
    }

    public function test_what_was_given_up_can_be_sent_again(): void {
        global $DB;
        outbox::put($this->thing(14));
        $this->drain();
        $this->assertSame([(int) $DB->get_field(outbox::TABLE, 'id', [])], outbox::given_up());
        $this->assertSame(1, outbox::resend(outbox::given_up()));
        $this->assertSame(['waiting'], $this->states());
        $this->assertSame(0, outbox::resend([]));
    }

    /**
     * The state of a thing of one person.
     *
     * @param int $itemid
     * @param int $value
     * @return message
     */
    private function thing(int $itemid, int $value = 0): message {
        return new message('thing', 2, 3, $itemid, ['value' => $value]);
    }

    /**
     * Sends what waits.
     *
     * @return int[] how many came to which state
     */
    private function drain(): array {
        return drain::run_all(60)['elsewhere']->counts;
    }

    /**
     * The states of all messages.
     *
     * @return string[]
     */
    private function states(): array {
        global $DB;
        return $DB->get_fieldset_sql('SELECT state FROM {part_outbox_message} ORDER BY id');
    }
}
