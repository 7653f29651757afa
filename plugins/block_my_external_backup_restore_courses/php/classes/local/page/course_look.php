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

namespace block_my_external_backup_restore_courses\local\page;

use block_my_external_backup_restore_courses\local\config;
use block_my_external_backup_restore_courses\local\remote\remotes;
use block_my_external_backup_restore_courses\local\remote\trouble;
use block_my_external_backup_restore_courses\local\request\wording;
use block_my_external_backup_restore_courses\local\restore\rights as restore_rights;
use block_my_external_backup_restore_courses\local\rules\choices;

/**
 * What a course is made of and where it may come to: shown before it is asked for.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class course_look {
    /** @var array What there is to say of a course that cannot be looked at. */
    private const NOTHING = ['facts' => [], 'lacks' => [], 'targets' => [], 'maychoose' => false, 'userdata' => false];

    /**
     * Body of the external function look_at_remote_course.
     *
     * @param string $remote
     * @param int $courseid
     * @param int $userid
     * @return array
     */
    public static function look_at_remote_course(string $remote, int $courseid, int $userid): array {
        $person = client_side::person($userid);
        client_side::free_session();
        try {
            $known = remotes::find($remote) ?? throw new trouble('server_unknown');
            $look = remote_courses::look($known, $person, $courseid);
            self::require_restorable($look);
        } catch (trouble $trouble) {
            return ['problem' => wording::reason($trouble->reason, $trouble->detail)] + self::NOTHING;
        }
        $original = self::original($look);
        $rights = rights::of(0, $original, 0);
        $first = choices::first_target($rights, config::defaultcategorychecked());
        $refusal = choices::queue_refusal(asking::queue($known->url, $courseid, (int) $person->id));
        return [
            'problem' => self::problem($first, $refusal),
            'facts' => self::facts($look),
            'lacks' => $look['known'] ? missing_plugins::of($look) : [],
            'targets' => array_map(static fn(string $target): array => [
                'name' => $target,
                'text' => self::target($target, $original),
                'chosen' => $target === $first,
            ], choices::targets_of($rights)),
            'maychoose' => $rights['users'],
            'userdata' => $rights['users'] && $look['userdata'],
        ];
    }

    /**
     * Refuses a course of a Moodle that is newer than this one: its backup could not be restored.
     *
     * @param array $look
     */
    public static function require_restorable(array $look): void {
        global $CFG;
        if ($look['known'] && (int) $look['branch'] > (int) $CFG->branch) {
            throw new trouble('server_newer', "{$look['release']} > $CFG->release");
        }
    }

    /**
     * The category that a course has there, where it is known here.
     *
     * @param array $look
     * @return int 0 for none
     */
    public static function original(array $look): int {
        $identifier = (string) ($look['categoryidentifier'] ?? '');
        return original_categories::of([$identifier])[$identifier] ?? 0;
    }

    /**
     * What stands in the way, in words.
     *
     * @param string|null $target
     * @param string|null $refusal
     * @return string
     */
    private static function problem(?string $target, ?string $refusal): string {
        $refusal ??= $target === null ? 'category' : null;
        return $refusal === null ? '' : asking::words($refusal);
    }

    /**
     * What a course is made of, in a few words each.
     *
     * @param array $look
     * @return string[]
     */
    private static function facts(array $look): array {
        global $CFG;
        $say = static fn(string $key, $a = null): string => get_string($key, 'block_my_external_backup_restore_courses', $a);
        return !$look['known'] ? [$say('page:unknown')] : [
            $say('look:size', display_size((int) $look['bytes'])),
            $say('look:people', (int) $look['people']),
            $say('look:activities', array_sum(array_column($look['activities'], 'count'))),
            $say('look:versions', preg_replace('/ \(.*/', '', ['there' => $look['release'], 'here' => $CFG->release])),
        ];
    }

    /**
     * A target in words, with the category it means.
     *
     * @param string $target
     * @param int $original
     * @return string
     */
    private static function target(string $target, int $original): string {
        $category = ['new' => restore_rights::default_category(), 'original' => $original][$target] ?? 0;
        $name = $category === 0 ? '' : \core_course_category::get($category, IGNORE_MISSING, true)?->get_formatted_name();
        $name = html_entity_decode((string) $name, ENT_QUOTES);
        return get_string("target:$target", 'block_my_external_backup_restore_courses', $name);
    }
}
