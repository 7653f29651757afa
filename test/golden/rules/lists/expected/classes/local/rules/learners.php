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

namespace local_golden\local\rules;

/**
 * One rule for each thing that can be done with a list.
 *
 * The browser runs the same rules.
 *
 * Arrays with a name of their own:
 * - Learner: id: int, role: string, name: string, seen: int|null
 *
 * Made from test/golden/rules/lists/rules/learners.ts by the build: change that file, not this one.
 *
 * @package    local_golden
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class learners {
    /** @var string[] Who is shown first. */
    private const RANKS = ['manager', 'teacher', 'student'];

    /**
     * Those who were seen since $moment.
     *
     * @param array[] $learners Learner[]
     * @param int $moment
     * @return array[] Learner[]
     */
    public static function seen_since(array $learners, int $moment): array {
        return array_values(
            array_filter($learners, static fn(array $learner): bool => $learner['seen'] !== null && $learner['seen'] >= $moment)
        );
    }

    /**
     * Every second one, counted from the first.
     *
     * @param int[] $ids
     * @return int[]
     */
    public static function every_second(array $ids): array {
        return array_values(array_filter($ids, static fn(int $id, int $index): bool => $index % 2 === 0, ARRAY_FILTER_USE_BOTH));
    }

    /**
     * The names as they are listed: "1. Ana".
     *
     * @param array[] $learners Learner[]
     * @return string[]
     */
    public static function numbered_names(array $learners): array {
        return array_map(
            static fn(array $learner, int $position): string => ($position + 1) . '. ' . $learner['name'],
            $learners,
            array_keys($learners)
        );
    }

    /**
     * The first learner with this role, or null.
     *
     * @param string $role
     * @param array[] $learners Learner[]
     * @return array|null Learner
     */
    public static function first_with(string $role, array $learners): ?array {
        foreach ($learners as $learner) {
            if ($learner['role'] === $role) {
                return $learner;
            }
        }
        return null;
    }

    /**
     * The id of the first learner that was never seen, or 0.
     *
     * @param array[] $learners Learner[]
     * @return int
     */
    public static function first_unseen_id(array $learners): int {
        $id = 0;
        foreach ($learners as $learner) {
            if ($learner['seen'] === null) {
                $id = $learner['id'];
                break;
            }
        }
        return $id;
    }

    /**
     * When the first student was seen, or $otherwise; a student who was never seen counts as none.
     *
     * @param array[] $learners Learner[]
     * @param int $otherwise
     * @return int
     */
    public static function first_student_seen(array $learners, int $otherwise): int {
        return array_values(array_filter($learners, static fn(array $item): bool => $item['role'] === 'student'))[0]['seen'] ??
            $otherwise;
    }

    /**
     * Whether all have been seen.
     *
     * @param array[] $learners Learner[]
     * @return bool
     */
    public static function all_seen(array $learners): bool {
        foreach ($learners as $learner) {
            if ($learner['seen'] === null) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether nobody teaches here, or everybody is known by name.
     *
     * @param array[] $learners Learner[]
     * @return bool
     */
    public static function is_quiet(array $learners): bool {
        return array_filter($learners, static fn(array $learner): bool => $learner['role'] === 'teacher') === [] ||
            array_filter($learners, static fn(array $learner): bool => $learner['name'] === '') === [];
    }

    /**
     * Whether all ids are below the limit and none is the forbidden one.
     *
     * @param int[] $ids
     * @param int $limit
     * @param int $forbidden
     * @return bool
     */
    public static function all_below(array $ids, int $limit, int $forbidden): bool {
        return array_filter($ids, static fn(int $id): bool => $id >= $limit) === [] &&
            array_filter($ids, static fn(int $id): bool => $id === $forbidden) === [];
    }

    /**
     * Whether no id passes the limit.
     *
     * @param int[] $ids
     * @param int $limit
     * @return bool
     */
    public static function none_above(array $ids, int $limit): bool {
        foreach ($ids as $id) {
            if ($id > $limit) {
                return false;
            }
        }
        return true;
    }

    /**
     * Highest rank first; within a rank the lowest id first, and equal ones as they came.
     *
     * @param array[] $learners Learner[]
     * @return array[] Learner[]
     */
    public static function ranked(array $learners): array {
        $sorted = $learners;
        usort($sorted, static fn(array $a, array $b): int =>
            self::rank($a) === self::rank($b) ? $a['id'] <=> $b['id'] : self::rank($a) <=> self::rank($b));
        return $sorted;
    }

    /**
     * The place of a learner's role in the order of ranks.
     *
     * @param array $learner Learner
     * @return int
     */
    private static function rank(array $learner): int {
        return in_array($learner['role'], self::RANKS, true) ? array_search($learner['role'], self::RANKS, true) : -1;
    }

    /**
     * The $count largest ids, the largest first.
     *
     * @param int[] $ids
     * @param int $count
     * @return int[]
     */
    public static function largest(array $ids, int $count): array {
        $sorted = $ids;
        usort($sorted, static fn(int $a, int $b): int => $b <=> $a);
        return array_slice($sorted, 0, $count);
    }

    /**
     * The lowest and the highest id of those with a name; null where there is none.
     *
     * @param array[] $learners Learner[]
     * @return array|null (int, int)
     */
    public static function id_range(array $learners): ?array {
        $named = array_values(array_filter($learners, static fn(array $learner): bool => $learner['name'] !== ''));
        usort($named, static fn(array $a, array $b): int => $a['id'] <=> $b['id']);
        $low = $named[0] ?? null;
        $high = $named[count($named) - 1] ?? null;
        return $low === null || $high === null ? null : [$low['id'], $high['id']];
    }

    /**
     * All ids, those of $others behind.
     *
     * @param int[] $ids
     * @param int[] $others
     * @return int[]
     */
    public static function together(array $ids, array $others): array {
        return [0, ...array_merge($ids, $others), count($ids) + count($others)];
    }

    /**
     * The sum of the ids.
     *
     * @param int[] $ids
     * @return int
     */
    public static function total(array $ids): int {
        return array_reduce($ids, static fn(int $sum, int $id): int => $sum + $id, 0);
    }

    /**
     * The ids of all groups in one list, each group from its end.
     *
     * @param int[][] $groups
     * @return int[]
     */
    public static function flattened(array $groups): array {
        return array_merge([], ...array_map(static fn(array $group): array => array_reverse($group), $groups));
    }

    /**
     * One page of ids.
     *
     * @param int[] $ids
     * @param int $from
     * @param int $size
     * @return int[]
     */
    public static function page(array $ids, int $from, int $size): array {
        return array_slice(array_slice($ids, $from), 0, $size);
    }

    /**
     * All but the first and the last one.
     *
     * @param int[] $ids
     * @return int[]
     */
    public static function inner(array $ids): array {
        return array_slice(array_slice($ids, 1), 0, -1);
    }

    /**
     * The second and the third one.
     *
     * @param int[] $ids
     * @return int[]
     */
    public static function second_and_third(array $ids): array {
        return array_slice($ids, 1, 2);
    }

    /**
     * Where $text stands in the list, -1 where it does not.
     *
     * @param string $text
     * @param string[] $texts
     * @return int
     */
    public static function position_of(string $text, array $texts): int {
        return in_array($text, $texts, true) ? array_search($text, $texts, true) : -1;
    }

    /**
     * Whether $id is in the list; null looks for null.
     *
     * @param array $ids (int|null)[]
     * @param int|null $id
     * @return bool
     */
    public static function holds(array $ids, ?int $id): bool {
        return in_array($id, $ids, true);
    }

    /**
     * The texts that are in both lists, joined.
     *
     * @param string[] $texts
     * @param string[] $others
     * @return string
     */
    public static function common(array $texts, array $others): string {
        return implode(', ', array_values(array_filter($texts, static fn(string $text): bool => in_array($text, $others, true))));
    }

    /**
     * The item at $index, or -1 where there is none.
     *
     * @param int[] $ids
     * @param int $index
     * @return int
     */
    public static function item_at(array $ids, int $index): int {
        return $ids[$index] ?? -1;
    }

    /**
     * Each text twice, by a function that is handed over.
     *
     * @param string[] $texts
     * @return string[]
     */
    public static function doubled(array $texts): array {
        return array_map(self::twice(...), $texts);
    }

    /**
     * $text and $text again.
     *
     * @param string $text
     * @return string
     */
    private static function twice(string $text): string {
        return $text . $text;
    }
}
