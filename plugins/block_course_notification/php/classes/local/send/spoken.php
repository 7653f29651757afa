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

use block_course_notification\local\facts\learner;

/**
 * Remembers what a more urgent message has spoken for: nobody gets two mails about one course within an hour.
 *
 * A run that is killed between the two leaves the other to the next run, which finds it spoken for by the rules.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class spoken {
    /**
     * Remembers as sent what a message speaks for that has just left.
     *
     * @param learner $learner
     * @param array[] $spokenfor as learner::speaks_for() gave it before the message was sent
     * @param int $now
     * @return string[] signals
     */
    public static function remember(learner $learner, array $spokenfor, int $now): array {
        $signals = [];
        foreach ($spokenfor as $due) {
            $learner->told($due['signal'], $due['anchor'], $now, false);
            if (ledger::claim($learner, $due['signal'], $due['anchor'], $now, ledger::MARKED) !== null) {
                $signals[] = $due['signal'];
            }
        }
        return $signals;
    }
}
