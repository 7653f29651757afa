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

use block_course_notification\local\config;
use block_course_notification\local\rules\delays;
use block_course_notification\local\rules\signals;

/**
 * How a course wants its learners told: the configuration of its block, and the site's defaults for what it leaves open.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class course_settings {
    /** @var string[] Delays, in seconds. */
    public const DELAYS = ['firstcallafter', 'secondcallafter', 'inactiveafter', 'inactiveevery'];

    /** @var string[] What is kept of the own texts, each by signal and language; a body without a format is HTML. */
    public const TEXTS = ['subject', 'body', 'format'];

    /**
     * The settings of one course. A course without the block is not enabled.
     *
     * @param int $courseid
     * @return array as from_config() gives them
     */
    public static function of(int $courseid): array {
        $instance = self::instance($courseid);
        if ($instance === null) {
            return ['enable' => false, 'on' => []] + self::from_config(null);
        }
        return self::effective($instance);
    }

    /**
     * Settings from what a block instance keeps in the database.
     *
     * @param \stdClass $instance row of block_instances: `id`, `parentcontextid`, `configdata`
     * @return array as from_config() gives them
     */
    public static function effective(\stdClass $instance): array {
        $config = self::decoded((string) $instance->configdata);
        $waiting = block_start::state($instance, $config) === block_start::WAITING;
        return ['waiting' => $waiting] + self::from_config((object) $config);
    }

    /**
     * Settings from what a block instance keeps, whichever block that is.
     *
     * @param string $configdata
     * @return array as from_config() gives them
     */
    public static function kept(string $configdata): array {
        return self::from_config((object) self::decoded($configdata));
    }

    /**
     * Settings from the configuration of a block, where null stands for a block that was never configured.
     *
     * @param \stdClass|null $config
     * @return array `enable`, a switch for each signal, `on` with those that are switched on, DELAYS, `endaftercompletion`,
     *     `waiting` (nothing is sent until somebody has chosen how the course starts), and TEXTS by signal and language
     */
    public static function from_config(?\stdClass $config): array {
        $config = self::without_locked($config);
        $settings = ['enable' => !empty($config->enable ?? true), 'on' => [], 'waiting' => false];
        foreach (signals::SIGNALS as $signal) {
            $settings[$signal] = !empty($config->$signal ?? config::$signal());
            if ($settings[$signal] && $settings['enable']) {
                $settings['on'][] = $signal;
            }
        }
        foreach (self::DELAYS as $delay) {
            $settings[$delay] = delays::delay_within((int) ($config->$delay ?? config::$delay()));
        }
        $settings['secondcallafter'] = delays::second_call_after(
            $settings['firstcall'],
            $settings['firstcallafter'],
            $settings['secondcallafter']
        );
        $settings['endaftercompletion'] = !empty($config->endaftercompletion ?? config::endaftercompletion());
        foreach (self::TEXTS as $part) {
            $scalars = static fn($texts): array => array_filter((array) $texts, 'is_scalar');
            $settings[$part] = array_map($scalars, (array) ($config->$part ?? []));
        }
        return $settings;
    }

    /**
     * A configuration without what an admin has locked: there the site's own value holds.
     *
     * @param \stdClass|null $config
     * @return \stdClass|null
     */
    private static function without_locked(?\stdClass $config): ?\stdClass {
        return $config === null ? null : (object) array_diff_key((array) $config, array_flip(config::locked()));
    }

    /**
     * The part of the settings that rules take.
     *
     * @param array $settings
     * @return array
     */
    public static function for_rules(array $settings): array {
        return [
            'on' => $settings['on'],
            'firstcallafter' => $settings['firstcallafter'],
            'secondcallafter' => $settings['secondcallafter'],
            'inactiveafter' => $settings['inactiveafter'],
            'inactiveevery' => $settings['inactiveevery'],
            'endaftercompletion' => $settings['endaftercompletion'],
            'waiting' => $settings['waiting'],
        ];
    }

    /**
     * Keeps settings in the block of a course, which has the course planned anew. What is not given stays as it is.
     *
     * @param int $courseid
     * @param array $changes by the keys that of() gives
     */
    public static function save(int $courseid, array $changes): void {
        global $CFG;
        require_once($CFG->libdir . '/blocklib.php');
        $instance = self::instance($courseid);
        if ($instance === null) {
            throw new \moodle_exception('noblock', 'block_course_notification');
        }
        $config = array_merge(self::decoded((string) $instance->configdata), $changes);
        block_instance('course_notification', $instance)->instance_config_save((object) $config);
    }

    /**
     * The block of a course, or null.
     *
     * @param int $courseid
     * @return \stdClass|null
     */
    public static function instance(int $courseid): ?\stdClass {
        global $DB;
        $instances = $DB->get_records_sql(
            "SELECT bi.*
               FROM {block_instances} bi
               JOIN {context} ctx ON ctx.id = bi.parentcontextid AND ctx.contextlevel = :level
              WHERE bi.blockname = :name AND ctx.instanceid = :courseid
           ORDER BY bi.id",
            ['level' => CONTEXT_COURSE, 'name' => 'course_notification', 'courseid' => $courseid],
            0,
            1
        );
        return $instances === [] ? null : reset($instances);
    }

    /**
     * What a block instance keeps. What was not written by us is read as the earlier plugin would have: most of all, empty is off.
     *
     * @param string $configdata
     * @return array
     */
    public static function decoded(string $configdata): array {
        return earlier_config::modern($configdata === '' ? [] : (array) unserialize_object(base64_decode($configdata)));
    }
}
