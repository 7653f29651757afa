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

use block_course_notification\local\rules\placeholders;
use block_course_notification\local\rules\signals;
use block_course_notification\output\default_text;

defined('MOODLE_INTERNAL') || die();

require_once($CFG->libdir . '/formslib.php');

/**
 * The notifications of one course: what is sent, when, and in which words.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class setup_form extends \moodleform {
    /** @var array<string, string[]> The delays of each signal, in days. */
    public const DELAYS = [
        'firstcall' => ['firstcallafter'],
        'secondcall' => ['secondcallafter'],
        'inactive' => ['inactiveafter', 'inactiveevery'],
    ];

    /** @var int The longest delay, in days. */
    private const LONGEST = 365;

    #[\Override]
    protected function definition() {
        $form = $this->_form;
        $form->addElement('header', 'switches', get_string('setup:switches', 'block_course_notification'));
        $this->define_checkbox('enable', get_string('setup:enable', 'block_course_notification'));
        foreach (signals::SIGNALS as $signal) {
            $this->define_switch($signal);
        }
        $this->define_checkbox('endaftercompletion', get_string('setting:endaftercompletion', 'block_course_notification'));
        foreach (signals::SIGNALS as $signal) {
            $this->define_texts($signal);
        }
        $form->addElement('hidden', 'id', $this->_customdata['courseid']);
        $form->setType('id', PARAM_INT);
        $this->add_action_buttons();
    }

    /**
     * The switch and the delays of a signal.
     *
     * @param string $signal
     */
    private function define_switch(string $signal): void {
        $this->define_checkbox($signal, get_string('signal:' . $signal, 'block_course_notification'));
        foreach (self::DELAYS[$signal] ?? [] as $delay) {
            $this->define_delay($signal, $delay);
        }
    }

    /**
     * A switch with a sentence that says what it does.
     *
     * @param string $name
     * @param string $label
     */
    private function define_checkbox(string $name, string $label): void {
        $about = get_string('about:' . $name, 'block_course_notification');
        $this->_form->addElement('advcheckbox', $name, $label, s($about));
    }

    /**
     * The texts of a signal, in a section of their own.
     *
     * @param string $signal
     */
    private function define_texts(string $signal): void {
        $name = get_string('signal:' . $signal, 'block_course_notification');
        $section = 'texts_' . $signal;
        $this->_form->addElement('header', $section, get_string('setup:texts', 'block_course_notification', $name));
        $this->_form->setExpanded($section, false);
        $known = implode(' ', array_map(fn(string $name): string => '{{' . $name . '}}', placeholders::PLACEHOLDERS));
        $help = get_string('setup:placeholders', 'block_course_notification', $known);
        $this->_form->addElement('static', 'help_' . $signal, '', s($help));
        foreach ($this->languages($signal) as $language => $title) {
            $this->define_language($signal, $language, $title);
        }
    }

    /**
     * A delay in whole days, shown while the signal is on.
     *
     * @param string $signal
     * @param string $delay
     */
    private function define_delay(string $signal, string $delay): void {
        $form = $this->_form;
        $form->addElement('text', $delay, get_string('setup:' . $delay, 'block_course_notification'), [
            'size' => 4,
            'inputmode' => 'numeric',
        ]);
        $form->setType($delay, PARAM_RAW_TRIMMED);
        $form->hideIf($delay, $signal, 'notchecked');
    }

    /**
     * The languages in which a signal has texts: those installed, and all of them at once where an older version kept such a text.
     *
     * @param string $signal
     * @return string[] names by code
     */
    private function languages(string $signal): array {
        $settings = $this->_customdata['settings'];
        $hasshared = isset($settings['subject'][$signal]['*']) || isset($settings['body'][$signal]['*']);
        $shared = $hasshared ? ['*' => get_string('setup:alllanguages', 'block_course_notification')] : [];
        return $shared + get_string_manager()->get_list_of_translations();
    }

    /**
     * The texts of a signal in one language; an empty field stands for the default text, which is shown below.
     *
     * @param string $signal
     * @param string $language
     * @param string $title
     */
    private function define_language(string $signal, string $language, string $title): void {
        global $OUTPUT;
        $form = $this->_form;
        $subject = "subject[$signal][$language]";
        $body = "body[$signal][$language]";
        $form->addElement('text', $subject, get_string('setup:subject', 'block_course_notification', $title), [
            'size' => 50,
            'maxlength' => 255,
            'data-subject' => $signal,
            'data-language' => $language,
        ]);
        $form->setType($subject, PARAM_TEXT);
        $form->addElement('textarea', $body, get_string('setup:body', 'block_course_notification', $title), [
            'rows' => 6,
            'cols' => 50,
            'data-body' => $signal,
            'data-language' => $language,
        ]);
        $form->setType($body, PARAM_CLEANHTML);
        if ($language === '*') {
            return;
        }
        $default = $OUTPUT->render(new default_text($signal, $language));
        $form->addElement('static', "default_{$signal}_{$language}", '', $default);
    }

    #[\Override]
    public function validation($data, $files) {
        return [
            ...parent::validation($data, $files),
            ...$this->delay_problems($data),
            ...$this->text_problems($data),
        ];
    }

    /**
     * Delays that are no number of days, or calls in the wrong order.
     *
     * @param array $data
     * @return string[] by field
     */
    private function delay_problems(array $data): array {
        $problems = [];
        foreach (self::DELAYS as $signal => $delays) {
            foreach ($delays as $delay) {
                if (!empty($data[$signal]) && !self::is_delay($data[$delay])) {
                    $problems[$delay] = get_string('setup:baddelay', 'block_course_notification', self::LONGEST);
                }
            }
        }
        return $problems === [] ? self::order_problems($data) : $problems;
    }

    /**
     * The first call is over when the second one is due, even if that one is off: it must be due earlier.
     *
     * @param array $data
     * @return string[] by field
     */
    private static function order_problems(array $data): array {
        $first = (int) $data['firstcallafter'];
        $second = (int) $data['secondcallafter'];
        if (empty($data['firstcall']) || $first < $second) {
            return [];
        }
        return empty($data['secondcall'])
            ? ['firstcallafter' => get_string('setup:toolate', 'block_course_notification', $second)]
            : ['secondcallafter' => get_string('setup:badorder', 'block_course_notification', $first)];
    }

    /**
     * Whether a value is a whole number of days within bounds.
     *
     * @param string $value
     * @return bool
     */
    private static function is_delay(string $value): bool {
        return ctype_digit($value) && (int) $value >= 1 && (int) $value <= self::LONGEST;
    }

    /**
     * Texts that hold placeholders nobody knows.
     *
     * @param array $data
     * @return string[] by field
     */
    private function text_problems(array $data): array {
        $problems = [];
        foreach (['subject', 'body'] as $part) {
            foreach ($data[$part] ?? [] as $signal => $texts) {
                foreach ($texts as $language => $text) {
                    $unknown = placeholders::unknown_placeholders($text);
                    if ($unknown !== []) {
                        $problems["{$part}[{$signal}][{$language}]"] = self::unknown_problem($unknown);
                    }
                }
            }
        }
        return $problems;
    }

    /**
     * Names the placeholders that nobody knows.
     *
     * @param string[] $unknown
     * @return string
     */
    private static function unknown_problem(array $unknown): string {
        return get_string('setup:badplaceholder', 'block_course_notification', s(implode(' ', $unknown)));
    }
}
