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

namespace block_course_notification\local\facts;

use block_course_notification\local\rules\signals;

/**
 * Who has turned which signals off in the message preferences, read for many people at once.
 *
 * It follows what core does when it chooses the outputs of a message, but for outputs that the person still has to set up:
 * asking each output about each person would cost a query each.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class opt_outs {
    /** @var string The name of a preference, around that of a signal. */
    private const PREFIX = 'message_provider_block_course_notification_';

    /** @var string[] The outputs that are switched on for the site. */
    private readonly array $outputs;

    /** @var \stdClass What the site says about messages. */
    private readonly \stdClass $site;

    /** @var string[][] Signals that a person gets without preferences of their own, by whether all mail is stopped. */
    private array $standard = [];

    /**
     * Reads what the site says.
     */
    public function __construct() {
        global $CFG;
        require_once($CFG->dirroot . '/message/lib.php');
        $this->outputs = array_values(array_map(
            static fn(\stdClass $processor): string => $processor->name,
            get_message_processors(true)
        ));
        $this->site = get_message_output_default_preferences();
    }

    /**
     * The preferences that people have set.
     *
     * @param int[] $userids
     * @return array<int, array<string, string>> by user and signal
     */
    public static function preferences(array $userids): array {
        global $DB;
        if ($userids === []) {
            return [];
        }
        $names = array_map(static fn(string $signal): string => self::PREFIX . $signal . '_enabled', signals::SIGNALS);
        [$inname, $params] = $DB->get_in_or_equal($names, SQL_PARAMS_NAMED, 'pn');
        [$inuser, $more] = $DB->get_in_or_equal($userids, SQL_PARAMS_NAMED, 'pu');
        $records = $DB->get_records_select(
            'user_preferences',
            "userid $inuser AND name $inname",
            $params + $more,
            '',
            'id, userid, name, value'
        );
        $preferences = [];
        foreach ($records as $record) {
            $signal = substr($record->name, strlen(self::PREFIX), -strlen('_enabled'));
            $preferences[(int) $record->userid][$signal] = (string) $record->value;
        }
        return $preferences;
    }

    /**
     * The preferences of the person who looks, which Moodle has at hand.
     *
     * @return array<string, string> by signal
     */
    public static function own(): array {
        $all = get_user_preferences();
        $own = [];
        foreach (signals::SIGNALS as $signal) {
            $own[$signal] = (string) ($all[self::PREFIX . $signal . '_enabled'] ?? '');
        }
        return array_filter($own, static fn(string $value): bool => $value !== '');
    }

    /**
     * The signals that reach a person nowhere.
     *
     * @param string[] $preferences of that person, by signal
     * @param bool $emailstop whether the person has stopped all notifications
     * @return string[]
     */
    public function of(array $preferences, bool $emailstop): array {
        if ($preferences === []) {
            return $this->standard[(int) $emailstop] ??= $this->judge([], $emailstop);
        }
        return $this->judge($preferences, $emailstop);
    }

    /**
     * The signals that reach a person nowhere.
     *
     * @param string[] $preferences by signal
     * @param bool $emailstop
     * @return string[]
     */
    private function judge(array $preferences, bool $emailstop): array {
        $out = [];
        foreach (signals::SIGNALS as $signal) {
            if (!$this->reaches($signal, $preferences[$signal] ?? '', $emailstop)) {
                $out[] = $signal;
            }
        }
        return $out;
    }

    /**
     * Whether any output takes a signal.
     *
     * @param string $signal
     * @param string $preference outputs that the person chose; '' is no choice
     * @param bool $emailstop
     * @return bool
     */
    private function reaches(string $signal, string $preference, bool $emailstop): bool {
        foreach ($this->outputs as $output) {
            if ($this->takes($output, $signal, $preference, $emailstop)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether an output takes a signal.
     *
     * @param string $output
     * @param string $signal
     * @param string $preference outputs that the person chose; '' is no choice
     * @param bool $emailstop
     * @return bool
     */
    public function takes(string $output, string $signal, string $preference, bool $emailstop): bool {
        $base = 'block_course_notification_' . $signal;
        if (!in_array($output, $this->outputs, true) || !empty($this->site->{$base . '_disable'})) {
            return false;
        }
        $default = explode(',', $this->site->{self::PREFIX . $signal . '_enabled'} ?? '');
        $chosen = $preference === '' ? $default : explode(',', $preference);
        $locked = !empty($this->site->{$output . '_provider_' . $base . '_locked'});
        return $locked ? in_array($output, $default, true) : !$emailstop && in_array($output, $chosen, true);
    }
}
