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

use block_my_external_backup_restore_courses\local\queue\work;

/**
 * Core's reports of progress, handed on to the request: it shows that the worker lives, and hears of being cancelled.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class beating extends \core\progress\base {
    /**
     * For one request.
     *
     * @param work $work
     */
    public function __construct(
        /** @var work The request. */
        private readonly work $work,
    ) {
    }

    #[\Override]
    protected function update_progress() {
        [$least] = $this->get_progress_proportion_range();
        $this->work->beat(['share' => (int) round($least * 100)]);
    }
}
