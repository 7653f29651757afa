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

use block_course_notification\local\facts\block_start;
use block_course_notification\local\facts\earlier_config;

/**
 * The blocks that are there when the plugin is upgraded.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class upstream_blocks {
    /**
     * Blocks of the earlier plugin: one that was on goes on as it was, one that was off waits for a manager.
     */
    public static function take(): void {
        // It looked at the site's delay for the first call only; for the second it asked for a setting that did not exist.
        $first = earlier_config::days(get_config('block_course_notification')->defaultfirstcalldelay ?? null);
        $days = $first === null ? [] : ['firstcalldelay' => $first];
        foreach (self::unstarted() as [$block, $config]) {
            $config = earlier_config::modern($config, $days);
            self::save($block, $config, $config['enable'] ? block_start::AT_ONCE : block_start::WAITING);
        }
    }

    /**
     * Blocks of our first release, which sent as soon as they were added.
     */
    public static function start(): void {
        foreach (self::unstarted() as [$block, $config]) {
            self::save($block, $config, block_start::AT_ONCE);
        }
    }

    /**
     * The blocks that do not say yet how they started, with what they keep.
     *
     * @return \Generator<array{\stdClass, array}>
     */
    private static function unstarted(): \Generator {
        global $DB;
        $where = ['blockname' => 'course_notification'];
        $blocks = $DB->get_recordset('block_instances', $where, 'id', 'id, parentcontextid, configdata');
        foreach ($blocks as $block) {
            $kept = (string) $block->configdata;
            $config = $kept === '' ? [] : (array) unserialize_object(base64_decode($kept));
            if (!isset($config['start'])) {
                yield [$block, $config];
            }
        }
        $blocks->close();
    }

    /**
     * Keeps a configuration. Nothing is planned: that is done at the end, for all.
     *
     * @param \stdClass $block
     * @param array $config
     * @param string $start
     */
    private static function save(\stdClass $block, array $config, string $start): void {
        global $DB;
        $config = (object) (block_start::config($block, $start) + $config);
        $DB->set_field('block_instances', 'configdata', base64_encode(serialize($config)), ['id' => $block->id]);
    }
}
