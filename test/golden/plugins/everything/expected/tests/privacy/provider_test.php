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

namespace local_everything\privacy;

use core_privacy\local\metadata\collection;
use core_privacy\local\request\approved_userlist;
use core_privacy\local\request\transform;
use core_privacy\local\request\userlist;
use core_privacy\local\request\writer;
use core_privacy\tests\provider_testcase;

#[\PHPUnit\Framework\Attributes\CoversClass(provider::class)]
/**
 * Whatever the plugin keeps of people is told, handed over and deleted, and nothing of anybody else.
 *
 * Made from test/golden/plugins/everything/manifest.ts by the build: change that file, not this one.
 *
 * @package    local_everything
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers     \local_everything\privacy\provider
 */
final class provider_test extends provider_testcase {
    /** @var array[] What is handed over of each table, and as what. */
    private const TELLS = [
        'local_everything_item' => ['userid' => 'user', 'note' => 'text', 'timecreated' => 'time'],
        'local_everything_wish' => ['userid' => 'user', 'granterid' => 'user', 'wish' => 'text'],
        'local_everything_profile' => ['userid' => 'user', 'painterid' => 'user', 'colour' => 'text'],
    ];

    /** @var int How many rows there are: what must be unique is made of it. */
    private int $number = 0;

    /** @var \context[] Two contexts of each kind, in which rows are kept. */
    private array $places = [];

    /**
     * People, and places in which something of them is kept.
     */
    protected function setUp(): void {
        parent::setUp();
        $this->resetAfterTest();
        foreach (['here', 'there'] as $place) {
            $this->places["course {$place}"] = \core\context\course::instance($this->getDataGenerator()->create_course()->id);
        }
    }

    /**
     * Everything that names people: table, kind of context, column.
     *
     * @return array[]
     */
    public static function kept(): array {
        return [
            'item.userid' => ['item.userid', 'local_everything_item', 'course', 'userid'],
            'wish.userid' => ['wish.userid', 'local_everything_wish', 'course', 'userid'],
            'wish.userid without a context' => ['wish.userid without a context', 'local_everything_wish', 'user', 'userid'],
            'wish.granterid' => ['wish.granterid', 'local_everything_wish', 'course', 'granterid'],
            'wish.granterid without a context' => [
                'wish.granterid without a context',
                'local_everything_wish',
                'user',
                'granterid',
            ],
            'profile.userid' => ['profile.userid', 'local_everything_profile', 'user', 'userid'],
            'profile.painterid' => ['profile.painterid', 'local_everything_profile', 'user', 'painterid'],
        ];
    }

    /**
     * People are told which columns are kept of them.
     */
    public function test_what_is_told(): void {
        $collection = \local_everything\privacy\provider::get_metadata(new collection('local_everything'));
        $told = [];
        foreach ($collection->get_collection() as $item) {
            $told[$item->get_name()] = array_keys($item->get_privacy_fields() ?? []);
        }
        $kept = [
            'local_everything_item' => ['userid', 'note', 'timecreated'],
            'local_everything_wish' => ['userid', 'granterid', 'wish'],
            'local_everything_profile' => ['userid', 'painterid', 'colour'],
            'local_everything_view' => [],
            'archive' => ['userid'],
            'core_message' => [],
        ];
        $this->assertEquals($kept, array_intersect_key($told, $kept));
    }

    /**
     * Everybody learns where something is kept of them, and each context whom it knows.
     *
     * @dataProvider kept
     * @param string $case
     * @param string $table
     * @param string $holder
     */
    #[\PHPUnit\Framework\Attributes\DataProvider('kept')]
    public function test_who_and_where(string $case, string $table, string $holder): void {
        [$one, $other] = [$this->person(), $this->person()];
        $here = $this->keep($case, $table, $holder, $one, 'here');
        $there = $this->keep($case, $table, $holder, $other, 'there');
        $this->of_the_same_number($here);
        $contextids = $this->get_contexts_for_userid($one, 'local_everything')->get_contextids();
        $this->assertEquals([$here->id], $contextids);
        $userlist = new userlist($here, 'local_everything');
        \local_everything\privacy\provider::get_users_in_context($userlist);
        $this->assertEqualsCanonicalizing($here->id === $there->id ? [$one, $other] : [$one], $userlist->get_userids());
    }

    /**
     * People get what is theirs, and nothing else.
     *
     * @dataProvider kept
     * @param string $case
     * @param string $table
     * @param string $holder
     * @param string $person
     */
    #[\PHPUnit\Framework\Attributes\DataProvider('kept')]
    public function test_what_is_handed_over(string $case, string $table, string $holder, string $person): void {
        global $DB;
        [$one, $other] = [$this->person(), $this->person()];
        $here = $this->keep($case, $table, $holder, $one, 'here');
        $row = $DB->get_record($table, [$person => $one]);
        $this->keep($case, $table, $holder, $other, 'here');
        if ($this->keeps_twice($holder)) {
            $this->keep($case, $table, $holder, $one, 'there');
        }
        $this->export_context_data_for_user($one, $here, 'local_everything');
        $data = writer::with_context($here)->get_data([get_string('pluginname', 'local_everything'), $table]);
        $this->assertCount(1, $data->rows);
        foreach (self::TELLS[$table] as $column => $as) {
            $this->assertEquals($this->shown($as, $row->$column), $data->rows[0]->$column, $column);
        }
    }

    /**
     * How people are shown what stands in a column; no time is kept as 0.
     *
     * @param string $as
     * @param string|null $value
     * @return string|null
     */
    private function shown(string $as, ?string $value): ?string {
        return match (true) {
            $value === null, $as === 'time' && $value === '0' => null,
            $as === 'time' => transform::datetime($value),
            $as === 'bool' => transform::yesno($value),
            $as === 'user' => transform::user($value),
            default => $value,
        };
    }

    /**
     * What is deleted of a person leaves others alone, and other places.
     *
     * @dataProvider kept
     * @param string $case
     * @param string $table
     * @param string $holder
     * @param string $person
     */
    #[\PHPUnit\Framework\Attributes\DataProvider('kept')]
    public function test_what_is_deleted_of_a_person(string $case, string $table, string $holder, string $person): void {
        global $DB;
        [$one, $other, $third] = [$this->person(), $this->person(), $this->person()];
        $here = $this->keep($case, $table, $holder, $one, 'here');
        $this->keep($case, $table, $holder, $other, 'here');
        $thirds = $this->keep($case, $table, $holder, $third, 'here');
        $elsewhere = $this->keeps_twice($holder) ? 1 : 0;
        if ($elsewhere) {
            $this->keep($case, $table, $holder, $one, 'there');
        }
        $contexts = new \core_privacy\tests\request\approved_contextlist(\core_user::get_user($one), 'local_everything', [
            $here->id,
        ]);
        \local_everything\privacy\provider::delete_data_for_user($contexts);
        $this->assertSame($elsewhere, $DB->count_records($table, [$person => $one]));
        $this->assertSame(1, $DB->count_records($table, [$person => $other]));
        \local_everything\privacy\provider::delete_data_for_users(new approved_userlist($thirds, 'local_everything', [$third]));
        $this->assertSame(0, $DB->count_records($table, [$person => $third]));
        $this->assertSame(1, $DB->count_records($table, [$person => $other]));
        \local_everything\privacy\provider::delete_data_for_users(new approved_userlist($here, 'local_everything', []));
        $this->assertSame(1, $DB->count_records($table, [$person => $other]));
    }

    /**
     * What is deleted of a whole context leaves other contexts alone.
     *
     * @dataProvider kept
     * @param string $case
     * @param string $table
     * @param string $holder
     * @param string $person
     */
    #[\PHPUnit\Framework\Attributes\DataProvider('kept')]
    public function test_what_is_deleted_of_a_context(string $case, string $table, string $holder, string $person): void {
        global $DB;
        [$one, $other] = [$this->person(), $this->person()];
        $here = $this->keep($case, $table, $holder, $one, 'here');
        $there = $this->keep($case, $table, $holder, $other, 'there');
        $foreign = \core\context\coursecat::instance($this->getDataGenerator()->create_category()->id);
        \local_everything\privacy\provider::delete_data_for_all_users_in_context($foreign);
        $this->assertSame(1, $DB->count_records($table, [$person => $one]));
        \local_everything\privacy\provider::delete_data_for_all_users_in_context($here);
        $this->assertSame(0, $DB->count_records($table, [$person => $one]));
        $this->assertSame($here->id === $there->id ? 0 : 1, $DB->count_records($table, [$person => $other]));
    }

    /**
     * Somebody.
     *
     * @return int
     */
    private function person(): int {
        return (int) $this->getDataGenerator()->create_user()->id;
    }

    /**
     * A context of another kind whose instance has the same number.
     *
     * @param \context $context
     */
    private function of_the_same_number(\context $context): void {
        global $DB;
        $DB->insert_record(
            'context',
            (object) [
                'contextlevel' => CONTEXT_MODULE,
                'instanceid' => $context->instanceid,
                'depth' => 2,
                'path' => '/' . SYSCONTEXTID,
            ],
        );
    }

    /**
     * Whether a person can have rows in two contexts.
     *
     * @param string $holder
     * @return bool
     */
    private function keeps_twice(string $holder): bool {
        return in_array($holder, ['course', 'block', 'any'], true);
    }

    /**
     * Keeps something of a person.
     *
     * @param string $case
     * @param string $table
     * @param string $holder
     * @param int $userid
     * @param string $place
     * @return \context where it belongs
     */
    private function keep(string $case, string $table, string $holder, int $userid, string $place): \context {
        global $DB;
        $number = ++$this->number;
        $context = match ($holder) {
            'system' => \core\context\system::instance(),
            'user' => \core\context\user::instance($userid),
            'any' => $this->places["course {$place}"],
            default => $this->places["{$holder} {$place}"],
        };
        $row = match ($case) {
            'item.userid' => [
                'shelfid' => $number,
                'userid' => $userid,
                'courseid' => $context->instanceid,
                'note' => (string) $number,
                'reviewerid' => $number,
                'timecreated' => 1700000000 + $number,
                'lasts' => $number,
            ],
            'wish.userid' => [
                'courseid' => $context->instanceid,
                'userid' => $userid,
                'granterid' => null,
                'wish' => (string) $number,
            ],
            'wish.userid without a context' => [
                'courseid' => null,
                'userid' => $userid,
                'granterid' => null,
                'wish' => (string) $number,
            ],
            'wish.granterid' => [
                'courseid' => $context->instanceid,
                'userid' => -$number,
                'granterid' => $userid,
                'wish' => (string) $number,
            ],
            'wish.granterid without a context' => [
                'courseid' => null,
                'userid' => -$number,
                'granterid' => $userid,
                'wish' => (string) $number,
            ],
            'profile.userid' => [
                'userid' => $userid,
                'painterid' => null,
                'colour' => (string) $number,
            ],
            'profile.painterid' => [
                'userid' => -$number,
                'painterid' => $userid,
                'colour' => (string) $number,
            ],
        };
        $DB->insert_record($table, (object) $row);
        return $context;
    }
}
