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

namespace block_course_notification\form;

use block_course_notification\local\course\course_texts;
use block_course_notification\local\course\edit;
use block_course_notification\local\course\edited;
use block_course_notification\local\facts\course_settings;
use block_course_notification\local\rules\signals;
use block_course_notification\output\default_text;
use block_course_notification\output\placeholder_list;
use block_course_notification\output\preview_view;
use block_course_notification\output\text_link;
use core_form\dynamic_form;

/**
 * The texts of one notification of a course, in every language, with a preview: in a window of the setup page, or as a page.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class text_form extends dynamic_form {
    #[\Override]
    protected function definition() {
        global $OUTPUT;
        $form = $this->_form;
        $settings = course_settings::of($this->courseid());
        foreach (['id' => PARAM_INT, 'signal' => PARAM_ALPHA, 'was' => PARAM_RAW] as $name => $type) {
            $form->addElement('hidden', $name);
            $form->setType($name, $type);
        }
        $languages = course_texts::languages($settings, $this->signal());
        foreach ($languages as $language => $title) {
            $isopen = count($languages) === 1 || $language === current_language()
                || in_array((string) $language, array_map('strval', course_texts::own($settings, $this->signal())), true);
            $this->define_language((string) $language, $title, $isopen);
        }
        $form->addElement('header', 'previewed', get_string('preview', 'block_course_notification'));
        $form->setExpanded('previewed', true);
        $form->addElement('html', $OUTPUT->render(new preview_view($this->courseid(), $this->signal())));
        if (!$this->_ajaxformdata) {
            $this->add_action_buttons();
        }
    }

    /**
     * The subject and the body in one language; an empty field stands for the default text, which is shown below.
     *
     * @param string $language
     * @param string $title
     * @param bool $isopen
     */
    private function define_language(string $language, string $title, bool $isopen): void {
        global $OUTPUT;
        $form = $this->_form;
        $section = 'language_' . $language;
        $form->addElement('header', $section, $title);
        $form->setExpanded($section, $isopen);
        $form->addElement('text', "subject[$language]", get_string('setup:subject', 'block_course_notification'), [
            'size' => 50,
            'maxlength' => 255,
            'data-subject' => $language,
        ]);
        $form->setType("subject[$language]", PARAM_RAW_TRIMMED);
        $form->addElement(
            'editor',
            "body[$language]",
            get_string('setup:body', 'block_course_notification'),
            ['rows' => 10, 'data-body' => $language],
            ['maxfiles' => 0, 'context' => $this->get_context_for_dynamic_submission()]
        );
        $form->setType("body[$language]", PARAM_RAW);
        $form->addElement('static', "placeholders_{$language}", '', $OUTPUT->render(new placeholder_list($language)));
        if ($language !== '*') {
            $default = $OUTPUT->render(new default_text($this->signal(), $language));
            $form->addElement('static', "default_{$language}", '', $default);
        }
    }

    #[\Override]
    public function display() {
        global $PAGE;
        // A window collects what is asked for from here on only.
        $PAGE->requires->js_call_amd('block_course_notification/text_form', 'init');
        parent::display();
    }

    #[\Override]
    public function validation($data, $files) {
        return [
            ...parent::validation($data, $files),
            ...$this->conflict_problems($data),
            ...course_texts::problems($data),
        ];
    }

    /**
     * Texts that were changed here and, meanwhile, by somebody else, whose text is shown.
     *
     * @param array $data
     * @return string[] by field
     */
    private function conflict_problems(array $data): array {
        $theirs = course_texts::fields(course_settings::of($this->courseid()), $this->signal());
        $edit = edit::of(course_texts::token($data), course_texts::asked($data), $theirs);
        $problems = [];
        foreach ($edit->conflicts() as $name) {
            $text = shorten_text(trim(html_to_text($theirs[$name] ?? '', 0, false)), 500);
            $problems[$name] = edited::conflict($this->courseid(), course_texts::field($this->signal(), $name), s($text));
        }
        if ($problems !== []) {
            $this->_form->getElement('was')->setValue($edit->seen());
        }
        return $problems;
    }

    #[\Override]
    protected function get_context_for_dynamic_submission(): \context {
        return \core\context\course::instance($this->courseid());
    }

    #[\Override]
    protected function check_access_for_dynamic_submission(): void {
        require_capability('block/course_notification:setup', $this->get_context_for_dynamic_submission());
        if (course_settings::instance($this->courseid()) === null) {
            throw new \moodle_exception('noblock', 'block_course_notification');
        }
    }

    #[\Override]
    public function process_dynamic_submission() {
        $theirs = course_texts::save($this->courseid(), $this->signal(), (array) $this->get_data());
        return [
            'saved' => $this->saved($theirs),
            'state' => text_link::state(course_settings::of($this->courseid()), $this->signal()),
        ];
    }

    /**
     * What is said once texts are saved.
     *
     * @param string[] $theirs the fields that somebody else changed
     * @return string
     */
    private function saved(array $theirs): string {
        $labels = [];
        foreach ($theirs as $field) {
            [$part, $language] = explode('[', rtrim($field, ']'), 2);
            $label = get_string('setup:' . $part, 'block_course_notification') . " ($language)";
            $labels[course_texts::field($this->signal(), $field)] = $label;
        }
        return trim(get_string('setup:saved', 'block_course_notification') . ' ' . edited::meanwhile($this->courseid(), $labels));
    }

    #[\Override]
    public function set_data_for_dynamic_submission(): void {
        $settings = course_settings::of($this->courseid());
        $signal = $this->signal();
        $fields = course_texts::fields($settings, $signal);
        $data = ['id' => $this->courseid(), 'signal' => $signal, 'was' => edit::token($fields), 'subject' => [], 'body' => []];
        foreach (array_keys(course_texts::languages($settings, $signal)) as $language) {
            $data['subject'][$language] = $fields["subject[$language]"];
            $data['body'][$language] = [
                'text' => $fields["body[$language]"],
                'format' => $settings['format'][$signal][$language] ?? FORMAT_HTML,
            ];
        }
        $this->set_data($data);
    }

    #[\Override]
    protected function get_page_url_for_dynamic_submission(): \moodle_url {
        return new \moodle_url('/blocks/course_notification/text.php', ['id' => $this->courseid(), 'signal' => $this->signal()]);
    }

    /**
     * The course whose texts these are.
     *
     * @return int
     */
    private function courseid(): int {
        return (int) $this->asked('id', PARAM_INT);
    }

    /**
     * The signal whose texts these are.
     *
     * @return string
     */
    private function signal(): string {
        $signal = $this->asked('signal', PARAM_ALPHA);
        return in_array($signal, signals::SIGNALS, true) ? $signal : signals::SIGNALS[0];
    }

    /**
     * What the page or the window says that this form is for; nothing where it says a list.
     *
     * @param string $name
     * @param string $type
     * @return mixed
     */
    private function asked(string $name, string $type): mixed {
        $given = $this->_ajaxformdata[$name] ?? null;
        return is_array($given) ? clean_param('', $type) : $this->optional_param($name, '', $type);
    }
}
