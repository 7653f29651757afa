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

use block_course_notification\local\rules\placeholders;

/**
 * A text of a mail for the whole site, whose placeholders are known. It is cleaned where mails are made of it.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class mail_body extends \admin_setting_configtextarea {
    /**
     * A text.
     *
     * @param string $name
     * @param string $visiblename
     * @param string $description
     * @param string $default
     */
    public function __construct($name, $visiblename, $description, $default) {
        // HTML of an admin: it is cleaned where a mail is made of it.
        parent::__construct($name, $visiblename, $description, $default, PARAM_RAW, '60', '5');
    }

    #[\Override]
    public function validate($data) {
        $unknown = placeholders::unknown_placeholders((string) $data);
        return $unknown === []
            ? parent::validate($data)
            : get_string('setup:badplaceholder', 'block_course_notification', implode(' ', $unknown));
    }
}
