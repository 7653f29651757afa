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

/**
 * The texts in the configuration of the block, for core to decode their links.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

use block_course_notification\local\facts\course_settings;

/**
 * Hands all bodies of a block to the decoder as one text, and takes them back.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class restore_course_notification_decode_content extends restore_decode_content {
    /** @var array The configuration at hand. */
    private array $config = [];

    #[\Override]
    protected function get_iterator() {
        global $DB;
        return $DB->get_recordset_sql(
            "SELECT t.id, t.configdata
               FROM {block_instances} t
               JOIN {backup_ids_temp} b ON b.newitemid = t.id
              WHERE b.backupid = ? AND b.itemname = ? AND t.blockname = 'course_notification'",
            [$this->restoreid, $this->mapping]
        );
    }

    #[\Override]
    protected function preprocess_field($field) {
        $this->config = course_settings::decoded((string) $field);
        return json_encode($this->config['body'] ?? [], JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_FORCE_OBJECT);
    }

    #[\Override]
    protected function postprocess_field($field) {
        $this->config['body'] = json_decode($field, true) ?? $this->config['body'] ?? [];
        return base64_encode(serialize((object) $this->config));
    }
}
