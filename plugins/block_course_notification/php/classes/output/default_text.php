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

use block_course_notification\local\send\site_text;
use core\output\named_templatable;
use core\output\renderable;
use core\output\renderer_base;

/**
 * The text that is sent where a course has none of its own.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class default_text implements named_templatable, renderable {
    /** @var string The signal it is for. */
    private readonly string $signal;

    /** @var string The language it is in. */
    private readonly string $language;

    /**
     * The text of one signal in one language.
     *
     * @param string $signal
     * @param string $language
     */
    public function __construct(string $signal, string $language) {
        $this->signal = $signal;
        $this->language = $language;
    }

    #[\Override]
    public function get_template_name(renderer_base $renderer): string {
        return 'block_course_notification/default_text';
    }

    #[\Override]
    public function export_for_template(renderer_base $output): array {
        return [
            'language' => $this->language,
            'langtag' => str_replace('_', '-', $this->language),
            'subject' => site_text::subject($this->signal, $this->language),
            'body' => site_text::body($this->signal, $this->language),
        ];
    }
}
