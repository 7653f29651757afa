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

namespace block_course_notification\output;

use block_course_notification\local\config;
use block_course_notification\task\notification_task;
use moodle_url;

/**
 * Says that nothing is mailed while the site's setting or the task is off, with the way to turn it on for those who may, or while
 * the course is hidden.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class paused_notice {
    /**
     * What the notice says, or null while mails are sent.
     *
     * @param int $courseid
     * @return array{text: string, link: string|null, url: string|null}|null
     */
    public static function export(int $courseid): ?array {
        $ofsite = self::of_site();
        return $ofsite !== null || get_course($courseid)->visible ? $ofsite : self::without_link('hidden');
    }

    /**
     * What stops all mails of the site, or null while they are sent.
     *
     * @return array{text: string, link: string|null, url: string|null}|null
     */
    public static function of_site(): ?array {
        $ison = config::enable();
        $task = \core\task\manager::get_scheduled_task(notification_task::class);
        if ($ison && $task !== false && !$task->get_disabled()) {
            return null;
        }
        if (!has_capability('moodle/site:config', \core\context\system::instance())) {
            return self::without_link('manager');
        }
        $reason = $ison ? 'task' : 'setting';
        return [
            'text' => get_string('paused:' . $reason, 'block_course_notification'),
            'link' => get_string('paused:' . $reason . 'link', 'block_course_notification'),
            'url' => ($ison ? self::task_url() : self::settings_url())->out(false),
        ];
    }

    /**
     * A notice that leads nowhere.
     *
     * @param string $reason
     * @return array{text: string, link: null, url: null}
     */
    private static function without_link(string $reason): array {
        return ['text' => get_string('paused:' . $reason, 'block_course_notification'), 'link' => null, 'url' => null];
    }

    /**
     * The page where the task is enabled.
     *
     * @return moodle_url
     */
    private static function task_url(): moodle_url {
        return new moodle_url('/admin/tool/task/scheduledtasks.php', [
            'action' => 'edit',
            'task' => notification_task::class,
        ]);
    }

    /**
     * The page where notifications are switched on for the site.
     *
     * @return moodle_url
     */
    private static function settings_url(): moodle_url {
        return new moodle_url('/admin/settings.php', ['section' => 'blocksettingcourse_notification']);
    }
}
