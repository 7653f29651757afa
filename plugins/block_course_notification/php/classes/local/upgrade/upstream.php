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

namespace block_course_notification\local\upgrade;

use block_course_notification\local\plan\reconciler;

/**
 * Takes over from the plugin of the same name that was here before, and from our own first release.
 *
 * An upgrade may be killed at any moment and started again, with the old version or with one in between. So what is left to do is
 * seen from what is there, and each step leaves alone what it has done already. The table of the earlier plugin goes last, after
 * everything that looks at it: while it is there, there is something to take over.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class upstream {
    /** @var string The table of the earlier plugin: one row for each learner, with a flag and a date for each signal. */
    public const TABLE = 'block_course_notification';

    /** @var int From this version on a block says how it started. */
    private const STARTS = 2026112200;

    /**
     * Runs at every upgrade.
     *
     * @param int $oldversion
     */
    public static function upgrade(int $oldversion): void {
        global $DB;
        if ($DB->get_manager()->table_exists(self::TABLE)) {
            upstream_blocks::take();
            upstream_settings::take();
            upstream_marks::take();
            upstream_roles::give();
        } else if ($oldversion < self::STARTS) {
            upstream_blocks::start();
        }
        if ($oldversion < self::STARTS) {
            self::plan();
        }
    }

    /**
     * Plans everything. This is the one thing here that today's classes do, since only they know what is to come of it: all tables
     * have their columns by now, and nothing has been dropped. Moodle registers message providers after this step only; until then
     * all messages would count as switched off. Should it fail, the nightly check does it; that is no reason to stop an upgrade.
     */
    private static function plan(): void {
        try {
            message_update_providers('block_course_notification');
            reconciler::run();
        } catch (\Throwable $problem) {
            $details = $problem->getMessage() . "\n" . $problem->getTraceAsString();
            upgrade_log(UPGRADE_LOG_ERROR, 'block_course_notification', 'Planning is left to the nightly task.', $details);
        }
    }
}
