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

namespace part_observed\local;

use core\check\result;
use part_observed\event\observer_failed;

/**
 * Remembers that the plugin failed to deal with something it heard of, so that it is seen where debugging is off as well.
 *
 * @package    part_observed
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class observer_failures {
    /** @var string Where the number of failures and the last of them are kept. */
    private const SETTING = 'observerfailures';

    /** @var int After so long without a failure, all is well again. */
    private const FORGOTTEN_AFTER = WEEKSECS;

    /** @var int A failure on every page must not write to the settings on every page. */
    private const COUNTED_EVERY = 10;

    /** @var array{observed: string, problem: string}|null The first failure of this request. */
    private static ?array $first = null;

    /** @var bool Whether a failure is being written down: one that comes of that is left alone. */
    private static bool $writing = false;

    /**
     * An observer failed. What that did to the database may be undone yet, so it is written down when the request ends.
     *
     * @param string $observed
     * @param \Throwable $problem
     */
    public static function note(string $observed, \Throwable $problem): void {
        if (self::$first !== null || self::$writing) {
            return;
        }
        $words = get_class($problem) . ': ' . $problem->getMessage();
        self::$first = ['observed' => $observed, 'problem' => \core_text::substr($words, 0, 255)];
        \core_shutdown_manager::register_function([self::class, 'write_down']);
    }

    /**
     * Writes the failure of this request into the log, and counts it.
     */
    public static function write_down(): void {
        [$failure, self::$first, self::$writing] = [self::$first, null, true];
        try {
            if ($failure !== null) {
                self::count($failure, \core\di::get(\core\clock::class)->time());
                observer_failed::create(['context' => \core\context\system::instance(), 'other' => $failure])->trigger();
            }
        } catch (\Throwable $problem) {
            debugging('A failed observer could not be written down: ' . $problem->getMessage(), DEBUG_NORMAL);
        } finally {
            self::$writing = false;
        }
    }

    /**
     * The status check.
     *
     * @return result
     */
    public static function result(): result {
        $known = self::known(\core\di::get(\core\clock::class)->time());
        if ($known === null) {
            return new result(result::OK, get_string('check:observers:ok', 'part_observed'));
        }
        $summary = get_string('check:observers:failed', 'part_observed', [
            'count' => $known['count'],
            'since' => userdate($known['since']),
            'last' => userdate($known['last']),
        ]);
        $details = get_string('check:observers:failed_what', 'part_observed', [
            'observed' => s($known['observed']),
            'problem' => s($known['problem']),
        ]);
        return new result(result::WARNING, $summary, $details);
    }

    /**
     * Counts a failure.
     *
     * @param array $failure
     * @param int $now
     */
    private static function count(array $failure, int $now): void {
        $known = self::known($now) ?? ['count' => 0, 'since' => $now, 'last' => 0];
        if ($now - $known['last'] >= self::COUNTED_EVERY) {
            $counted = ['count' => $known['count'] + 1, 'since' => $known['since'], 'last' => $now] + $failure;
            set_config(self::SETTING, json_encode($counted), 'part_observed');
        }
    }

    /**
     * What is known of failures that still matter.
     *
     * @param int $now
     * @return array|null
     */
    private static function known(int $now): ?array {
        $known = json_decode((string) get_config('part_observed', self::SETTING), true);
        return is_array($known) && $now - $known['last'] < self::FORGOTTEN_AFTER ? $known : null;
    }
}
