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

namespace local_everything\event;

/**
 * Event observer_failed.
 *
 * Made from test/golden/plugins/everything/manifest.ts by the build: change that file, not this one.
 *
 * @package    local_everything
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class observer_failed extends \core\event\base {
    /**
     * Name of the event, for people.
     *
     * @return string
     */
    public static function get_name(): string {
        return get_string('event:observer_failed', 'local_everything');
    }

    /**
     * What happened, in English as in all of Moodle's logs.
     *
     * @return string
     */
    public function get_description(): string {
        return "The plugin could not deal with '{$this->other['observed']}': {$this->other['problem']}";
    }

    /**
     * How a restored course finds what the event names besides its object.
     *
     * @return array|false
     */
    public static function get_other_mapping(): array|false {
        return false;
    }

    /**
     * What every event of this kind is.
     */
    protected function init(): void {
        $this->data['crud'] = 'r';
        $this->data['edulevel'] = self::LEVEL_OTHER;
    }

    /**
     * Refuses an event that lacks something.
     */
    protected function validate_data(): void {
        parent::validate_data();
        if ((int) $this->contextlevel !== CONTEXT_SYSTEM) {
            throw new \coding_exception('The context of this event must be of level CONTEXT_SYSTEM.');
        }
        if (!isset($this->other['observed'])) {
            throw new \coding_exception('This event needs other[\'observed\'].');
        }
        if (!isset($this->other['problem'])) {
            throw new \coding_exception('This event needs other[\'problem\'].');
        }
    }
}
