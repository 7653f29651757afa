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

namespace local_dolibarr\local\times;

use local_dolibarr\local\outbox\message;
use local_dolibarr\local\outbox\outbox;
use local_dolibarr\local\rules\rates;
use local_dolibarr\local\rules\times;

/**
 * Counts the learning time of people in a course anew, and tells what has changed.
 *
 * @package    local_dolibarr
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class recount {
    /** @var int How many people are counted in one go. */
    private const MANY = 1000;

    /**
     * The ad hoc task: everybody in a course.
     *
     * @param int $courseid
     */
    public static function run_task(int $courseid): void {
        global $DB;
        if ($DB->record_exists('course', ['id' => $courseid])) {
            self::run($courseid);
        }
    }

    /**
     * Counts for the active members of a course.
     *
     * @param int $courseid
     * @param int $groupid only the members of a session; 0 for all
     * @param int[] $only only these people; none for all
     * @param \Closure|null $take is handed messages, and says how many it took; the outbox takes what is news
     * @return int how many messages were taken
     */
    public static function run(int $courseid, int $groupid = 0, array $only = [], ?\Closure $take = null): int {
        $take ??= outbox::put_news(...);
        $source = self::source($courseid);
        $told = 0;
        foreach (self::members($courseid, $groupid, $only) as $userids) {
            $messages = [];
            foreach ($source->items($userids) as $userid => $items) {
                $messages[] = self::message((int) $userid, $courseid, $groupid, $items);
            }
            $told += $take(...$messages);
        }
        return $told;
    }

    /**
     * What times come from: checklists where the course has them, otherwise its activities.
     *
     * @param int $courseid
     * @return source
     */
    private static function source(int $courseid): source {
        $checklists = checklists::are_there() ? new checklists($courseid) : null;
        return $checklists !== null && $checklists->has_items() ? $checklists : new activities($courseid);
    }

    /**
     * Active members of a course, so many at a time.
     *
     * @param int $courseid
     * @param int $groupid
     * @param int[] $only
     * @return \Generator of lists of ids
     */
    private static function members(int $courseid, int $groupid, array $only): \Generator {
        global $DB;
        $context = \core\context\course::instance($courseid);
        [$enrolled, $params] = get_enrolled_sql($context, 'moodle/course:isincompletionreports', $groupid, true);
        [$in, $named] = $only === [] ? ['> 0', []] : $DB->get_in_or_equal($only, SQL_PARAMS_NAMED, 'only');
        $last = 0;
        do {
            $ids = array_keys($DB->get_records_sql(
                "SELECT u.id FROM {user} u JOIN ($enrolled) e ON e.id = u.id WHERE u.id > :last AND u.id $in ORDER BY u.id",
                $params + $named + ['last' => $last],
                0,
                self::MANY,
            ));
            if ($ids !== []) {
                yield $ids;
                $last = end($ids);
            }
        } while (count($ids) === self::MANY);
    }

    /**
     * The message about one person.
     *
     * @param int $userid
     * @param int $courseid
     * @param int $groupid
     * @param array $items
     * @return message
     */
    private static function message(int $userid, int $courseid, int $groupid, array $items): message {
        $times = times::times_of($items);
        $moments = array_filter(array_column(array_filter($items, times::is_done(...)), 'time'));
        return new message('hours', $userid, $courseid, $groupid, [
            'mandatory' => self::sum($times['mandatory']),
            'optional' => self::sum($times['optional']),
            'hours' => [
                'mandatory_total' => $times['mandatory']['minutes'],
                'mandatory_acquired' => $times['mandatory']['acquired'],
                'optional_acquired' => $times['optional']['acquired'],
                'measured' => null,
            ],
            'ratio' => rates::percent($times['mandatory']['done'], $times['mandatory']['items']),
            'first' => $moments === [] ? null : min($moments),
            'last' => $moments === [] ? null : max($moments),
        ], $moments === [] ? 0 : max($moments));
    }

    /**
     * A sum with its rate.
     *
     * @param array $sum
     * @return array
     */
    private static function sum(array $sum): array {
        return $sum + ['ratio' => rates::percent($sum['done'], $sum['items'])];
    }
}
