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

namespace block_course_notification\local\facts;

/**
 * How a block started: the keys `start` and `startof` of its configuration.
 *
 * A block says of itself for which block it was started, so that a copy of its configuration (a course that is restored, copied or
 * imported) does not count as started. A block without the keys was made elsewhere: by a backup of the earlier plugin, or by hand.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class block_start {
    /** @var string It sends since it was added: there was nothing to choose. */
    public const AT_ONCE = 'atonce';

    /** @var string It sends nothing until somebody has chosen. */
    public const WAITING = 'waiting';

    /** @var string Somebody has chosen: what was due by then is not sent. */
    public const FROM_NOW = 'fromnow';

    /** @var string Somebody has chosen: what was due by then is sent too. */
    public const WITH_DUE = 'withdue';

    /**
     * What the configuration of a block says of how it started.
     *
     * @param \stdClass $instance row of block_instances
     * @param string $state
     * @return string[]
     */
    public static function config(\stdClass $instance, string $state): array {
        return ['start' => $state, 'startof' => self::name($instance)];
    }

    /**
     * How a block started.
     *
     * @param \stdClass $instance row of block_instances: `id`, `parentcontextid`
     * @param array $config what it keeps
     * @return string
     */
    public static function state(\stdClass $instance, array $config): string {
        $isown = ($config['startof'] ?? '') === self::name($instance);
        return $isown ? (string) ($config['start'] ?? self::WAITING) : self::WAITING;
    }

    /**
     * A name that no other block has, here or on another site.
     *
     * @param \stdClass $instance
     * @return string
     */
    private static function name(\stdClass $instance): string {
        return "$instance->id:$instance->parentcontextid";
    }
}
