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

namespace block_course_notification\admin;

use block_course_notification\output\paused_notice;

/**
 * Says on the settings page whether mails are sent at all, and leads to the page over the site.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class site_notice extends \admin_setting_heading {
    /**
     * The notice.
     *
     * @param string $name
     * @param string $heading
     * @param string $information
     * @param string $default there is nothing to set
     */
    public function __construct($name, $heading, $information, $default = '') {
        parent::__construct($name, $heading, $information);
    }

    #[\Override]
    public function output_html($data, $query = '') {
        global $OUTPUT;
        return $OUTPUT->render_from_template('block_course_notification/site_notice', [
            'paused' => paused_notice::of_site(),
            'siteurl' => (new \moodle_url('/blocks/course_notification/site.php'))->out(false),
        ]);
    }
}
