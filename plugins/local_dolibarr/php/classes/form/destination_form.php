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

namespace local_dolibarr\form;

use local_dolibarr\local\feed\dolibarr;
use local_dolibarr\local\feed\template;
use local_dolibarr\local\rules\templates;

defined('MOODLE_INTERNAL') || die();

require_once($CFG->libdir . '/formslib.php');

/**
 * How a Dolibarr is told. What is wrong is said at its field, before anything is kept.
 *
 * @package    local_dolibarr
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class destination_form extends \moodleform {
    /** @var string[] What people may be in Dolibarr. */
    private const PEOPLE = ['contacts', 'users', 'members'];

    /** @var string What a body looks like at first. */
    private const BODY = <<<'BODY'
{
    "uid": "{uid}",
    "type": "{type}",
    "person": "{user.dolibarrid}",
    "course": "{course.idnumber}",
    "session": "{session.idnumber}",
    "data": "{data}"
}
BODY;

    /**
     * The form of a Dolibarr.
     *
     * @param \moodle_url $url
     * @param dolibarr $dolibarr
     */
    public function __construct(
        \moodle_url $url,
        /** @var dolibarr As it is kept, or as a new one begins. */
        private readonly dolibarr $dolibarr,
    ) {
        parent::__construct($url);
        $this->set_data($this->shown());
    }

    /**
     * The Dolibarr that is wished for; null where the form was not sent, or not well.
     *
     * @return dolibarr|null
     */
    public function wished(): ?dolibarr {
        $data = $this->get_data();
        if ($data === null) {
            return null;
        }
        $own = $this->dolibarr->way === 'own' ? self::templates((array) $data) : [];
        $key = $data->key === '' ? [] : ['key' => \core\encryption::encrypt($data->key)];
        return $this->dolibarr->with($key + [
            'title' => $data->title,
            'url' => $data->url,
            'entity' => (int) $data->entity,
            'active' => !empty($data->active),
            'kinds' => self::ticked((array) $data),
            'since' => (int) $data->since,
            'path' => $data->path ?? '',
            'people' => $data->people ?? $this->dolibarr->people,
            'owner' => (int) ($data->owner ?? $this->dolibarr->owner),
            'templates' => array_map(get_object_vars(...), $own),
        ]);
    }

    #[\Override]
    public function validation($data, $files): array {
        $problems = parent::validation($data, $files);
        $found = [
            'url' => !preg_match('~^https?://[^/]~', $data['url']) ? 'destination:badurl' : '',
            'key' => $data['key'] === '' && $this->dolibarr->id === 0 ? 'destination:nokey' : '',
            'entity' => (int) $data['entity'] < 0 ? 'destination:badnumber' : '',
            'owner' => (int) ($data['owner'] ?? 1) < 1 ? 'destination:badnumber' : '',
            'told' => self::ticked($data) === [] ? 'destination:nokinds' : '',
        ];
        $words = array_map(static fn(string $problem): string => get_string($problem, 'local_dolibarr'), array_filter($found));
        return $problems + $words + $this->problems_of_templates($data);
    }

    #[\Override]
    protected function definition(): void {
        $form = $this->_form;
        $form->addElement('header', 'connection', get_string('destination:connection', 'local_dolibarr'));
        $this->add_text('title', 40, PARAM_TEXT);
        $form->addRule('title', null, 'required', null, 'client');
        $this->add_text('url', 60, PARAM_URL);
        $this->add_text('key', 40, PARAM_RAW_TRIMMED, 'password');
        $this->add_text('entity', 6, PARAM_INT);
        $this->add_own();
        $form->addElement('header', 'what', get_string('destination:what', 'local_dolibarr'));
        $boxes = array_map(static fn(string $kind): object
            => $form->createElement('advcheckbox', "told_$kind", '', get_string("kind:$kind", 'local_dolibarr')), $this->kinds());
        $form->addGroup($boxes, 'told', get_string('destination:told', 'local_dolibarr'), null, false);
        $form->addElement('date_time_selector', 'since', get_string('destination:since', 'local_dolibarr'));
        $form->addHelpButton('since', 'destination:since', 'local_dolibarr');
        $form->addElement('advcheckbox', 'active', get_string('destination:active', 'local_dolibarr'));
        foreach ($this->dolibarr->way === 'own' ? templates::KINDS : [] as $kind) {
            $this->add_template($kind);
        }
        $form->setExpanded('what');
        $this->add_action_buttons(true, get_string('destination:save', 'local_dolibarr'));
    }

    /**
     * The fields that only some ways have.
     */
    private function add_own(): void {
        $form = $this->_form;
        $way = $this->dolibarr->way;
        if (isset(dolibarr::PATHS[$way])) {
            $this->add_text('path', 60, PARAM_RAW_TRIMMED);
        }
        if (in_array($way, ['extrafields', 'agenda'], true)) {
            $names = array_combine(self::PEOPLE, array_map(static fn(string $people): string
                => get_string("people:$people", 'local_dolibarr'), self::PEOPLE));
            $form->addElement('select', 'people', get_string('destination:people', 'local_dolibarr'), $names);
            $form->addHelpButton('people', 'destination:people', 'local_dolibarr');
        }
        if ($way === 'agenda') {
            $this->add_text('owner', 6, PARAM_INT);
        }
    }

    /**
     * The fields of a template.
     *
     * @param string $kind
     */
    private function add_template(string $kind): void {
        $form = $this->_form;
        $title = get_string('destination:template', 'local_dolibarr', get_string("kind:$kind", 'local_dolibarr'));
        $form->addElement('header', "template_$kind", $title);
        $methods = array_combine(template::METHODS, template::METHODS);
        $form->addElement('select', "method_$kind", get_string('destination:method', 'local_dolibarr'), $methods);
        $form->addElement('text', "path_$kind", get_string('destination:path', 'local_dolibarr'), ['size' => 60]);
        $form->setType("path_$kind", PARAM_RAW_TRIMMED);
        $look = ['rows' => 10, 'cols' => 60, 'class' => 'text-monospace font-monospace'];
        $form->addElement('textarea', "body_$kind", get_string('destination:body', 'local_dolibarr'), $look);
        $form->setType("body_$kind", PARAM_RAW);
        $names = '{' . implode('} {', [...templates::names_of($kind), 'user', 'course', 'session', 'data']) . '}';
        $code = \html_writer::tag('code', s($names), ['class' => 'text-break']);
        $form->addElement('static', "names_$kind", get_string('destination:names', 'local_dolibarr'), $code);
        $form->setExpanded("template_$kind");
    }

    /**
     * A line of text with its help.
     *
     * @param string $name
     * @param int $size
     * @param string $type
     * @param string $element
     */
    private function add_text(string $name, int $size, string $type, string $element = 'text'): void {
        $look = ['size' => $size, 'autocomplete' => 'off'];
        $this->_form->addElement($element, $name, get_string("destination:$name", 'local_dolibarr'), $look);
        $this->_form->setType($name, $type);
        $this->_form->addHelpButton($name, "destination:$name", 'local_dolibarr');
    }

    /**
     * What may be told in this way.
     *
     * @return string[]
     */
    private function kinds(): array {
        return array_values(array_intersect(templates::KINDS, dolibarr::kinds_of($this->dolibarr->way)));
    }

    /**
     * What stands in the form at first.
     *
     * @return array
     */
    private function shown(): array {
        $dolibarr = $this->dolibarr;
        $shown = [
            'title' => $dolibarr->title,
            'url' => $dolibarr->url,
            'entity' => $dolibarr->entity,
            'active' => (int) $dolibarr->active,
            'since' => $dolibarr->since,
            'path' => $dolibarr->path,
            'people' => $dolibarr->people,
            'owner' => $dolibarr->owner,
        ];
        foreach (templates::KINDS as $kind) {
            $template = $dolibarr->template($kind);
            $shown["told_$kind"] = (int) in_array($kind, $dolibarr->kinds, true);
            $shown["method_$kind"] = $template->method;
            $shown["path_$kind"] = $template->path;
            $shown["body_$kind"] = $template->body === '' ? self::BODY : $template->body;
        }
        return $shown;
    }

    /**
     * What is wrong with paths and bodies, by field.
     *
     * @param array $data
     * @return string[]
     */
    private function problems_of_templates(array $data): array {
        $problems = [];
        if (isset($data['path'])) {
            foreach (self::ticked($data) as $kind) {
                $problems += array_intersect_key((new template('POST', $data['path']))->problems($kind), ['path' => '']);
            }
        }
        foreach ($this->dolibarr->way === 'own' ? self::templates($data) : [] as $kind => $template) {
            foreach ($template->problems($kind) as $field => $words) {
                $problems["{$field}_$kind"] = $words;
            }
        }
        return $problems;
    }

    /**
     * The templates of what is to be told.
     *
     * @param array $data
     * @return template[] by kind
     */
    private static function templates(array $data): array {
        $kinds = self::ticked($data);
        return array_combine($kinds, array_map(static fn(string $kind): template
            => new template($data["method_$kind"], $data["path_$kind"], trim($data["body_$kind"])), $kinds));
    }

    /**
     * What is to be told.
     *
     * @param array $data
     * @return string[]
     */
    private static function ticked(array $data): array {
        return array_values(array_filter(templates::KINDS, static fn(string $kind): bool => !empty($data["told_$kind"])));
    }
}
