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

defined('MOODLE_INTERNAL') || die();

require_once($CFG->dirroot . '/message/output/lib.php');

/**
 * A message output that throws for one person in three.
 *
 * @package    message_thrower
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class message_output_thrower extends message_output {
    #[\Override]
    public function send_message($message) {
        if ($message->userto->id % 3 === 0) {
            throw new \TypeError('This output is broken.');
        }
        return true;
    }

    #[\Override]
    public function process_form($form, &$preferences) {
        return true;
    }

    #[\Override]
    public function load_data(&$preferences, $userid) {
        return true;
    }

    #[\Override]
    public function config_form($preferences) {
        return '';
    }
}
