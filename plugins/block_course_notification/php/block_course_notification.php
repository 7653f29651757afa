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

use block_course_notification\local\course\quiet_start;
use block_course_notification\local\facts\block_start;
use block_course_notification\local\facts\course_settings;
use block_course_notification\local\plan\pending;
use block_course_notification\output\learner_view;
use block_course_notification\output\manager_view;
use core\output\renderable;

/**
 * What the block shows on a course page: the counts to those who set it up, the next event to learners.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class block_course_notification extends block_base {
    /**
     * Moodle calls it on every block; its base class does not declare it.
     */
    public function init() {
        $this->title = get_string('pluginname', 'block_course_notification');
    }

    #[\Override]
    public function has_config() {
        return true;
    }

    #[\Override]
    public function applicable_formats() {
        return ['all' => false, 'course-view' => true];
    }

    #[\Override]
    public function instance_allow_multiple() {
        return false;
    }

    #[\Override]
    public function instance_create() {
        // Without a word from us in it, a configuration is taken for one of the earlier plugin, whose empty blocks were off.
        $this->instance_config_save((object) block_start::config($this->instance, block_start::WAITING));
        quiet_start::begin($this->courseid());
        return true;
    }

    #[\Override]
    public function instance_config_save($data, $nolongerused = false) {
        parent::instance_config_save($data, $nolongerused);
        pending::course($this->courseid());
    }

    #[\Override]
    public function instance_delete() {
        pending::course($this->courseid());
        return true;
    }

    #[\Override]
    public function get_content() {
        if ($this->content !== null) {
            return $this->content;
        }
        $this->content = (object) ['text' => '', 'footer' => ''];
        $view = $this->view();
        if ($view !== null) {
            $this->content->text = $this->page->get_renderer('core')->render($view);
        }
        return $this->content;
    }

    /**
     * What concerns the person who looks at the page.
     *
     * @return renderable|null
     */
    private function view(): ?renderable {
        global $USER;
        if (empty($this->instance) || !isloggedin() || isguestuser()) {
            return null;
        }
        $courseid = (int) $this->page->course->id;
        $context = \core\context\course::instance($courseid);
        $settings = course_settings::effective($this->instance);
        if (has_capability('block/course_notification:setup', $context)) {
            $waiting = $settings['enable'] && $settings['waiting'];
            return new manager_view($courseid, $settings['on'], $waiting, $settings['inactiveafter']);
        }
        if (has_capability('block/course_notification:benotified', $context)) {
            return new learner_view($courseid, (int) $USER->id, $settings['inactiveafter'], $settings['inactiveevery']);
        }
        return null;
    }

    /**
     * The course the block belongs to: what is planned there depends on the block.
     *
     * @return int
     */
    private function courseid(): int {
        return (int) \core\context::instance_by_id($this->instance->parentcontextid)->instanceid;
    }
}
