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

namespace block_my_external_backup_restore_courses\output;

use block_my_external_backup_restore_courses\local\page\request_states;
use block_my_external_backup_restore_courses\local\page\target_courses;
use block_my_external_backup_restore_courses\local\remote\remote;
use block_my_external_backup_restore_courses\local\remote\remotes;
use core\context\course;
use core\output\named_templatable;
use core\output\renderable;
use core\output\renderer_base;
use stdClass;

/**
 * The page on which somebody chooses courses of other Moodles. The courses themselves come in the background, server by server.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class course_choice implements named_templatable, renderable {
    /** @var int So many requests are shown. */
    private const MOST = 50;

    /**
     * The page of a person.
     *
     * @param stdClass $person for whom the courses come
     * @param bool $forother whether an admin asks for them
     * @param int $target the course that they are to come into; 0 for none
     */
    public function __construct(
        /** @var stdClass For whom the courses come. */
        private readonly stdClass $person,
        /** @var bool Whether an admin asks for them. */
        private readonly bool $forother = false,
        /** @var int The course that they are to come into. */
        private readonly int $target = 0,
    ) {
    }

    #[\Override]
    public function get_template_name(renderer_base $renderer): string {
        return 'block_my_external_backup_restore_courses/page';
    }

    #[\Override]
    public function export_for_template(renderer_base $output): array {
        $requests = request_states::mine((int) $this->person->id, self::MOST);
        $servers = array_map(static fn(remote $remote, int $index): array => [
            'remote' => $remote->url,
            'name' => $remote->name(),
            'index' => $index,
        ], remotes::all(), array_keys(remotes::all()));
        return [
            'userid' => (int) $this->person->id,
            'forother' => $this->forother,
            'person' => $this->forother ? fullname($this->person) : '',
            'servers' => $servers,
            'hasservers' => $servers !== [],
            'hasrequests' => $requests !== [],
            'requests' => $requests,
            'target' => $this->target,
            'targetname' => $this->target === 0 ? '' : target_courses::name(get_course($this->target)),
            'categories' => $this->forother ? self::categories() : [],
        ];
    }

    /**
     * Categories in which the admin may create courses.
     *
     * @return array[]
     */
    private static function categories(): array {
        $names = \core_course_category::make_categories_list('moodle/course:create');
        return array_map(static fn(int $id, string $name): array => [
            'id' => $id,
            'name' => html_entity_decode($name, ENT_QUOTES),
        ], array_keys($names), $names);
    }
}
