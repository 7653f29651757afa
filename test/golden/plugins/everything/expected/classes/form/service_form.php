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

namespace local_everything\form;

use local_everything\local\service\limits;
use local_everything\local\service\token;

defined('MOODLE_INTERNAL') || die();

require_once($CFG->libdir . '/formslib.php');

/**
 * What is wished of the token, and the button that sets everything up.
 *
 * @package    local_everything
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class service_form extends \moodleform {
    /**
     * The token that is wished for; null where the form was not sent, or not well.
     *
     * @return token|null
     */
    public function wish(): ?token {
        $data = $this->get_data();
        if ($data === null) {
            return null;
        }
        return empty($data->limits)
            ? new token(!empty($data->rotate))
            : new token(
                !empty($data->rotate),
                // The whole of the last day counts.
                empty($data->validuntil) ? 0 : $data->validuntil + DAYSECS - 1,
                limits::iprestriction($data->iprestriction),
            );
    }

    #[\Override]
    public function validation($data, $files): array {
        $problems = parent::validation($data, $files);
        if (limits::iprestriction($data['iprestriction'] ?? '') === null) {
            $problems['iprestriction'] = get_string('service:badaddress', 'local_everything');
        }
        $now = \core\di::get(\core\clock::class)->time();
        if (!empty($data['limits']) && !empty($data['validuntil']) && $data['validuntil'] + DAYSECS - 1 <= $now) {
            $problems['validuntil'] = get_string('service:past', 'local_everything');
        }
        return $problems;
    }

    #[\Override]
    protected function definition(): void {
        $form = $this->_form;
        $form->addElement('header', 'wishes', get_string('service:wishes', 'local_everything'));
        $form->addElement(
            'advcheckbox',
            'rotate',
            get_string('service:rotate', 'local_everything'),
            get_string('service:rotate_desc', 'local_everything'),
        );
        $form->addElement(
            'advcheckbox',
            'limits',
            get_string('service:limits', 'local_everything'),
            get_string('service:limits_desc', 'local_everything'),
        );
        $form->addElement('date_selector', 'validuntil', get_string('service:lastday', 'local_everything'), ['optional' => true]);
        $form->hideIf('validuntil', 'limits');
        $form->addElement('text', 'iprestriction', get_string('service:addresses', 'local_everything'), ['size' => 40]);
        $form->setType('iprestriction', PARAM_RAW_TRIMMED);
        $form->hideIf('iprestriction', 'limits');
        $this->add_action_buttons(false, get_string('service:go', 'local_everything'));
    }
}
