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

use block_course_notification\local\course\edit;
use block_course_notification\local\course\edited;
use block_course_notification\local\course\setup_config;
use block_course_notification\local\facts\course_settings;
use block_course_notification\local\rules\signals;
use block_course_notification\output\text_link;

defined('MOODLE_INTERNAL') || die();

require_once($CFG->libdir . '/formslib.php');

/**
 * What is sent in one course, and when.
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
    public const LONGEST = 365;

    #[\Override]
    protected function definition() {
        $form = $this->_form;
        $form->addElement('header', 'switches', get_string('setup:switches', 'block_course_notification'));
        $this->define_checkbox('enable', get_string('setup:enable', 'block_course_notification'));
        foreach (signals::SIGNALS as $signal) {
            $this->define_signal($signal);
        }
        $this->define_checkbox('endaftercompletion', get_string('setting:endaftercompletion', 'block_course_notification'));
        $form->addElement('hidden', 'id', $this->_customdata['courseid']);
        $form->setType('id', PARAM_INT);
        $form->addElement('hidden', 'was');
        $form->setType('was', PARAM_RAW);
        $this->add_action_buttons();
    }

    /**
     * The switch of a signal, its delays, and the way to its texts.
     *
     * @param string $signal
     */
    private function define_signal(string $signal): void {
        global $OUTPUT;
        $this->define_checkbox($signal, get_string('signal:' . $signal, 'block_course_notification'));
        // A delay is shown while its signal is off, since it must be right then too.
        foreach (self::DELAYS[$signal] ?? [] as $delay) {
            $label = get_string('setup:' . $delay, 'block_course_notification');
            $this->_form->addElement('text', $delay, $label, ['size' => 4, 'inputmode' => 'numeric']);
            $this->_form->setType($delay, PARAM_RAW_TRIMMED);
        }
        $link = new text_link($this->_customdata['courseid'], $signal, $this->_customdata['settings']);
        $this->_form->addElement('static', 'text_' . $signal, '', $OUTPUT->render($link));
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

    #[\Override]
    public function validation($data, $files) {
        $fields = setup_config::asked($data);
        return [
            ...parent::validation($data, $files),
            ...$this->conflict_problems($data, $fields),
            ...self::delay_problems($fields),
        ];
    }

    /**
     * Fields that were changed here and, meanwhile, by somebody else.
     *
     * @param array $data
     * @param string[] $fields
     * @return string[] by field
     */
    private function conflict_problems(array $data, array $fields): array {
        $theirs = setup_config::to_form($this->_customdata['settings']);
        $edit = edit::of((string) ($data['was'] ?? ''), $fields, $theirs);
        $problems = [];
        foreach ($edit->conflicts() as $name) {
            $problems[$name] = edited::conflict((int) $this->_customdata['courseid'], $name, $theirs[$name]);
        }
        if ($problems !== []) {
            $this->_form->getElement('was')->setValue($edit->seen());
        }
        return $problems;
    }

    /**
     * Delays that are no number of days, or calls in the wrong order.
     *
     * @param string[] $fields
     * @return string[] by field
     */
    private static function delay_problems(array $fields): array {
        $problems = [];
        foreach (course_settings::DELAYS as $delay) {
            if (isset($fields[$delay]) && !self::is_delay($fields[$delay])) {
                $problems[$delay] = get_string('setup:baddelay', 'block_course_notification', self::LONGEST);
            }
        }
        return $problems === [] ? self::order_problems($fields) : $problems;
    }

    /**
     * The first call is over when the second one is due, even if that one is off: it must be due earlier.
     *
     * @param string[] $fields
     * @return string[] by field
     */
    private static function order_problems(array $fields): array {
        $first = (int) ($fields['firstcallafter'] ?? 0);
        $second = (int) ($fields['secondcallafter'] ?? 0);
        if (empty($fields['firstcall']) || $second === 0 || $first < $second) {
            return [];
        }
        return empty($fields['secondcall'])
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
     * Saves what was changed here, and keeps what somebody else changed meanwhile.
     *
     * @param \stdClass $data
     * @return string what somebody else changed, in a sentence; '' where nobody did
     */
    public function save(\stdClass $data): string {
        $courseid = (int) $this->_customdata['courseid'];
        $fields = setup_config::asked((array) $data);
        $edit = edit::of((string) ($data->was ?? ''), $fields, setup_config::to_form(course_settings::of($courseid)));
        course_settings::save($courseid, setup_config::kept($fields, $edit->mine()));
        edited::remember($courseid, $edit->mine());
        return edited::meanwhile($courseid, array_map(setup_config::label(...), array_combine($edit->theirs(), $edit->theirs())));
    }
}
