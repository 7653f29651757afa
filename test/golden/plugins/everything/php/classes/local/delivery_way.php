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

namespace local_everything\local;

use local_everything\local\queue\way;
use local_everything\local\queue\work;

/**
 * The way of a delivery: it is packed, carried and done. What happens on the way stands in its plan.
 *
 * @package    local_everything
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class delivery_way implements way {
    /** @var string[] What follows. */
    private const NEXT = ['scheduled' => 'packed', 'packed' => 'carried', 'carried' => 'done'];

    /**
     * Two carriers.
     *
     * @return int
     */
    public static function places(): int {
        return 2;
    }

    /**
     * When shelves are not in use.
     *
     * @return bool
     */
    public static function is_paused(): bool {
        return !config::enabled();
    }

    /**
     * There is nothing that could be done before.
     *
     * @param int $id
     * @param string $mark
     * @return bool
     */
    public static function begin(int $id, string $mark): bool {
        return true;
    }

    /**
     * One step of the plan.
     *
     * @param work $work
     * @return bool
     */
    public static function go_on(work $work): bool {
        global $DB;
        $plan = explode(',', $work->row->plan);
        $step = array_shift($plan);
        $work->write(['plan' => implode(',', $plan)]);
        switch ($step) {
            case 'wait':
                $work->wait_until(time() + 60);
                return false;
            case 'trouble':
                throw new \moodle_exception('invalidrecord');
            case 'surprise':
                throw new \Error('Nobody expected this.');
            case 'stolen':
                $DB->set_field('local_everything_delivery', 'worker', 'another', ['id' => $work->row->id]);
                return true;
            default:
                $work->advance(['box' => 'full']);
                return true;
        }
    }

    /**
     * What follows.
     *
     * @param string $state
     * @return string
     */
    public static function next_state(string $state): string {
        return self::NEXT[$state];
    }

    /**
     * Exceptions of Moodle have a name.
     *
     * @param \Throwable $problem
     * @return string[]|null
     */
    public static function reason_of(\Throwable $problem): ?array {
        return $problem instanceof \moodle_exception ? [$problem->errorcode, 'as planned'] : null;
    }

    /**
     * The second trouble is the end.
     *
     * @param work $work
     * @param string $reason
     * @return array
     */
    public static function after_trouble(work $work, string $reason): array {
        $tries = (int) $work->row->tries + 1;
        return ['state' => $tries > 1 ? 'failed' : $work->row->state, 'tries' => $tries, 'wait' => 300];
    }

    /**
     * The box is empty then.
     *
     * @param work $work
     */
    public static function end(work $work): void {
        $work->write(['box' => null]);
    }

    /**
     * Who was stopped has left a mark.
     *
     * @param int $id
     */
    public static function break_off(int $id): void {
        global $DB;
        $DB->set_field('local_everything_delivery', 'tries', 7, ['id' => $id]);
    }
}
