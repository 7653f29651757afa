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

namespace block_course_notification\output;

use block_course_notification\local\rules\placeholders;
use core\output\named_templatable;
use core\output\renderable;
use core\output\renderer_base;

/**
 * The placeholders that a text may hold, to be read and to be put in by a click.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class placeholder_list implements named_templatable, renderable {
    /**
     * The placeholders beside the texts of one language.
     *
     * @param string $language
     */
    public function __construct(
        /** @var string The language of the fields that they are put into. */
        private readonly string $language,
    ) {
    }

    #[\Override]
    public function get_template_name(renderer_base $renderer): string {
        return 'block_course_notification/placeholder_list';
    }

    #[\Override]
    public function export_for_template(renderer_base $output): array {
        return [
            'language' => $this->language,
            'placeholders' => array_map(static fn(string $name): array => [
                'code' => '{{' . $name . '}}',
                'name' => get_string('placeholder:' . $name, 'block_course_notification'),
            ], placeholders::PLACEHOLDERS),
        ];
    }
}
