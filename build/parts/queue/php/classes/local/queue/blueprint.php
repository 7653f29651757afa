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

namespace part_queue\local\queue;

/**
 * What the plugin wants of its queue.
 *
 * @package    part_queue
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class blueprint {
    /** @var string The table whose rows are worked on. */
    public const TABLE = 'part_queue_work';

    /** @var string[] The states in which nothing more happens by itself. */
    public const ENDED = ['done', 'failed', 'cancelled'];

    /** @var string The column that is not null as long as what has ended has left something to clear. */
    public const LEFT = 'leftover';

    /** @var string The ad hoc task that works on one row. */
    public const TASK = 'part_queue\task\work_task';

    /** @var string The scheduled task that hands rows out, in the hours that the admin gave it. */
    public const ROUND = 'part_queue\task\round_task';

    /** @var string The class that knows the way of the plugin's work. */
    public const WAY = 'part_queue\local\queue\way';
}
