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

namespace block_course_notification\local\send;

/**
 * A run in a few lines, for the log of the task and the command line.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class run_summary {
    /**
     * The lines.
     *
     * @param run_result $result
     * @param bool $dryrun
     * @return string[]
     */
    public static function lines(run_result $result, bool $dryrun = false): array {
        if ($result->disabled) {
            return ['Course notifications are switched off in the site settings: nothing is sent.'];
        }
        if ($result->locked) {
            return ['Another run is at work: nothing is done.'];
        }
        $lines = [];
        foreach ($result->by_signal('accepted') as $signal => $count) {
            $lines[] = sprintf('%-16s %6d', $signal, $count);
        }
        $lines[] = sprintf('%d accepted%s.', $result->total('accepted'), $dryrun ? ', nothing written' : self::outcome($result));
        if ($result->postponed > 0) {
            $lines[] = "$result->postponed wait for the sending hours of their receivers.";
        }
        if ($result->total('retried') > 0) {
            $lines[] = $result->total('retried') . ' that failed before ' . ($dryrun ? 'would be' : 'were') . ' tried again.';
        }
        if ($result->reopened > 0) {
            $lines[] = "$result->reopened were refused like everybody, and are tried again.";
        }
        if ($result->switchedoff) {
            $lines[] = 'Switched off meanwhile: the run has ended.';
        }
        if ($result->left > 0) {
            $lines[] = "$result->left stay due for the next run.";
        }
        if ($result->errors > 0) {
            $lines[] = "$result->errors could not be judged and are tried again in an hour.";
        }
        return $result->stopped === null ? $lines : [...$lines, $result->stopped];
    }

    /**
     * What became of the accepted ones.
     *
     * @param run_result $result
     * @return string
     */
    private static function outcome(run_result $result): string {
        $said = [$result->total('sent') . ' sent', $result->total('failed') . ' failed'];
        foreach (['waiting' => 'waiting for another try', 'unsure' => 'unsure', 'marked' => 'marked'] as $what => $words) {
            if ($result->total($what) > 0) {
                $said[] = $result->total($what) . " $words";
            }
        }
        return ': ' . implode(', ', $said);
    }
}
