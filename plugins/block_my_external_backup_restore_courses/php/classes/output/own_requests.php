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
use core\output\named_templatable;
use core\output\renderable;
use core\output\renderer_base;
use moodle_url;

/**
 * What the block shows: a button, and how far one's own requests are.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class own_requests implements named_templatable, renderable {
    /** @var int So many are shown; the page has the others. */
    private const MOST = 5;

    /**
     * The block of a person.
     *
     * @param int $userid
     */
    public function __construct(
        /** @var int Whose it is. */
        private readonly int $userid,
    ) {
    }

    #[\Override]
    public function get_template_name(renderer_base $renderer): string {
        return 'block_my_external_backup_restore_courses/block';
    }

    #[\Override]
    public function export_for_template(renderer_base $output): array {
        $requests = request_states::mine($this->userid, self::MOST);
        return [
            'url' => (new moodle_url('/blocks/my_external_backup_restore_courses/index.php'))->out(false),
            'hasrequests' => $requests !== [],
            'requests' => $requests,
            'most' => self::MOST,
        ];
    }
}
