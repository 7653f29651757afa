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

namespace block_my_external_backup_restore_courses\local\restore;

use block_my_external_backup_restore_courses\local\remote\trouble;

/**
 * Core's look at a backup before the restore: errors end it, warnings are kept, both in words.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class precheck {
    /**
     * Looks.
     *
     * @param import_controller $controller
     * @param bool $withusers
     * @return string[] warnings
     */
    public static function run(import_controller $controller, bool $withusers): array {
        if ($controller->execute_precheck()) {
            return [];
        }
        $results = $controller->get_precheck_results();
        $errors = self::words($results['errors'] ?? []);
        if ($errors !== []) {
            $people = $withusers && self::is_about_people($controller, $errors);
            throw new trouble($people ? 'precheck_users' : 'precheck', implode(' ', $errors));
        }
        return self::words($results['warnings'] ?? []);
    }

    /**
     * Messages of core as plain text.
     *
     * @param array $messages
     * @return string[]
     */
    public static function words(array $messages): array {
        $isword = fn($message): bool => is_string($message) || (is_object($message) && isset($message->message));
        $texts = array_filter($messages, $isword);
        return array_values(array_map(
            fn($message): string => trim(html_to_text(is_string($message) ? $message : $message->message, 0, false)),
            array_slice($texts, 0, 50),
        ));
    }

    /**
     * Whether it would do without user data.
     *
     * @param import_controller $controller
     * @param string[] $errors
     * @return bool
     */
    private static function is_about_people(import_controller $controller, array $errors): bool {
        $progress = new \core\progress\none();
        \restore_controller_dbops::create_restore_temp_tables($controller->get_restoreid());
        $users = $controller->get_plan()->get_basepath() . '/users.xml';
        \restore_dbops::load_users_to_tempids($controller->get_restoreid(), $users, $progress);
        $problems = \restore_dbops::precheck_included_users(
            $controller->get_restoreid(),
            $controller->get_courseid(),
            $controller->get_userid(),
            false,
            $progress,
        );
        \restore_controller_dbops::drop_restore_temp_tables($controller->get_restoreid());
        return count(self::words(is_array($problems) ? $problems : [])) === count($errors);
    }
}
