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

namespace block_course_notification\local\course;

use block_course_notification\event\course_started;
use block_course_notification\local\facts\block_start;
use block_course_notification\local\facts\course_settings;
use block_course_notification\local\facts\courses;
use block_course_notification\local\facts\learner;
use block_course_notification\local\facts\learner_facts;
use block_course_notification\local\facts\scope;
use block_course_notification\local\plan\pending;
use block_course_notification\local\plan\planner;
use block_course_notification\local\rules\signals;
use block_course_notification\local\send\ledger;

/**
 * A block in a course where something is due already sends nothing until somebody has chosen what becomes of that.
 *
 * Where nothing is due there is nothing to choose: a new course, or a copy without learners, starts by itself.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class quiet_start {
    /** @var string[] Reasons of verdicts on what is due, whether a mail leaves for it or another one speaks for it. */
    public const DUE = ['accepted', 'outranked', 'spokenfor', 'justtold'];

    /** @var string[] What may be chosen. */
    public const CHOICES = [block_start::FROM_NOW, block_start::WITH_DUE];

    /** @var int The most enrolments of a course that is looked at while somebody waits for the page. */
    private const LARGE = 2000;

    /**
     * Whether a course waits for a choice. One that is switched off does not ask before it is switched on.
     *
     * @param int $courseid
     * @return bool
     */
    public static function is_waiting(int $courseid): bool {
        $settings = course_settings::of($courseid);
        return $settings['enable'] && $settings['waiting'];
    }

    /**
     * The courses that wait for a choice.
     *
     * @param int[] $only these courses only; none means all
     * @return int[]
     */
    public static function waiting(array $only = []): array {
        $reader = new courses();
        $waiting = [];
        foreach (array_chunk(array_keys(courses::sizes($only)), 500) as $some) {
            foreach ($reader->load($some) as $courseid => $course) {
                if ($course->settings['enable'] && $course->settings['waiting']) {
                    $waiting[] = (int) $courseid;
                }
            }
        }
        return $waiting;
    }

    /**
     * Starts a course in which nothing is due; any other goes on waiting, and a large one is not even looked at.
     *
     * @param int $courseid
     */
    public static function begin(int $courseid): void {
        $size = courses::sizes([$courseid])[$courseid] ?? null;
        if ($size !== null && $size <= self::LARGE && self::is_waiting($courseid) && self::due($courseid) === []) {
            self::started($courseid, block_start::AT_ONCE);
        }
    }

    /**
     * How many mails would leave at once if what is due were sent, counted anew once a minute while somebody thinks about it.
     *
     * @param int $courseid
     * @return int[] by signal, without zeros
     */
    public static function due(int $courseid): array {
        $now = self::now();
        $cache = \cache::make('block_course_notification', 'counts');
        $cached = $cache->get("start_$courseid");
        if ($cached !== false && $cached['time'] > $now - MINSECS) {
            return $cached['due'];
        }
        $counts = array_fill_keys(signals::SIGNALS, 0);
        foreach (self::learners(courses::parts(planner::AT_ONCE, [$courseid])) as $learner) {
            foreach ($learner->once_started(false)->verdicts($now) as $signal => $verdict) {
                $counts[$signal] += (int) ($verdict['trap'] === '');
            }
        }
        $due = array_filter($counts);
        $cache->set("start_$courseid", ['time' => $now, 'due' => $due]);
        return $due;
    }

    /**
     * Starts a course as somebody has chosen.
     *
     * @param int $courseid
     * @param string $choice one of CHOICES
     * @return int how many notifications were marked as sent
     */
    public static function choose(int $courseid, string $choice): int {
        \core_php_time_limit::raise();
        $marked = $choice === block_start::WITH_DUE ? 0 : self::mark(courses::parts(planner::AT_ONCE, [$courseid]));
        self::started($courseid, $choice);
        course_started::create([
            'context' => \core\context\course::instance($courseid),
            'other' => ['choice' => $choice, 'marked' => $marked],
        ])->trigger();
        pending::flush();
        return $marked;
    }

    /**
     * Sees to it that people whose data was deleted, and who are still enrolled, are not told anew what they were told already.
     *
     * @param \context $context
     * @param int[]|null $userids null is everyone
     */
    public static function forgotten(\context $context, ?array $userids): void {
        if ($context->contextlevel !== CONTEXT_COURSE) {
            return;
        }
        $courseid = (int) $context->instanceid;
        if ($userids === null) {
            self::mark(courses::parts(planner::AT_ONCE, [$courseid]));
            pending::course($courseid);
            return;
        }
        $pairs = array_map(static fn(int $userid): array => [$courseid, $userid], array_map('intval', $userids));
        self::mark([scope::pairs($pairs)]);
        foreach ($pairs as $pair) {
            pending::pair(...$pair);
        }
    }

    /**
     * Remembers what is due as sent: also where the course is hidden, or the person does not want it, at the moment.
     *
     * @param iterable $scopes of learners, each a scope
     * @return int how many
     */
    private static function mark(iterable $scopes): int {
        $now = self::now();
        $count = 0;
        foreach (self::learners($scopes) as $learner) {
            foreach ($learner->once_started(true)->verdicts($now) as $verdict) {
                $isdue = in_array($verdict['reason'], self::DUE, true);
                if ($isdue && ledger::claim($learner, $verdict['signal'], $verdict['anchor'], $now, ledger::MARKED) !== null) {
                    $count++;
                }
            }
        }
        return $count;
    }

    /**
     * Learners, one after the other.
     *
     * @param iterable $scopes of learners, each a scope
     * @return \Generator<learner>
     */
    private static function learners(iterable $scopes): \Generator {
        $facts = new learner_facts();
        foreach ($scopes as $scope) {
            foreach ($facts->read($scope) as $learner) {
                yield $learner;
            }
        }
    }

    /**
     * Has the block of a course say how it started.
     *
     * @param int $courseid
     * @param string $state
     */
    private static function started(int $courseid, string $state): void {
        course_settings::save($courseid, block_start::config(course_settings::instance($courseid), $state));
    }

    /**
     * The moment that counts as now.
     *
     * @return int
     */
    private static function now(): int {
        return \core\di::get(\core\clock::class)->time();
    }
}
