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

use block_course_notification\local\course\act;
use block_course_notification\local\course\failures;
use block_course_notification\local\course\people;
use block_course_notification\local\course\report_rows;
use block_course_notification\local\course\why;
use block_course_notification\local\facts\learner;
use block_course_notification\local\rules\outlook;
use core\clock;
use core\di;
use core\output\named_templatable;
use core\output\renderable;
use core\output\renderer_base;
use moodle_url;

/**
 * One learner, told to a teacher: when they hear from us next, what was sent and what may come, and then what the rules say.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class why_view implements named_templatable, renderable {
    /** @var string[] Reasons that tell whether somebody has come. */
    private const TELLS_VISIT = ['accessed', 'recentlycalled'];

    /** @var learner|null The learner with all facts; null where the person is none. */
    private readonly ?learner $learner;

    /** @var string The name, as the reader may know it. */
    private readonly string $name;

    /** @var int The moment at which the rules are asked. */
    private readonly int $now;

    /**
     * The view of one learner in one course.
     *
     * @param people $people whom the reader may see
     * @param \stdClass $user
     */
    public function __construct(
        /** @var people Whom the reader may see. */
        private readonly people $people,
        /** @var \stdClass The person. */
        private readonly \stdClass $user,
    ) {
        $this->learner = why::learner($people->courseid, (int) $user->id);
        $this->name = $people->name($user);
        $this->now = di::get(clock::class)->time();
    }

    #[\Override]
    public function get_template_name(renderer_base $renderer): string {
        return 'block_course_notification/why_view';
    }

    #[\Override]
    public function export_for_template(renderer_base $output): array {
        if ($this->learner === null) {
            return ['outlook' => get_string('why:none', 'block_course_notification'), 'hasrules' => false];
        }
        $explained = why::explain($this->people->courseid, (int) $this->user->id);
        $future = $this->future();
        return [
            'outlook' => $this->outlook(),
            'past' => $this->past($explained),
            'today' => self::day($this->now),
            'future' => $future,
            'hasfuture' => $future !== [],
            'hasrules' => true,
            'rules' => array_map($this->rule(...), array_values($explained)),
            'acts' => array_map(fn(string $act): array => [
                'name' => get_string('act:' . $act, 'block_course_notification'),
                'url' => $this->act($act),
            ], act::ALL),
        ];
    }

    /**
     * When the learner hears from us next, in one sentence.
     *
     * @return string
     */
    private function outlook(): string {
        $outlook = $this->learner->outlook($this->now);
        $end = $this->learner->facts()['end'];
        $ishidden = $outlook['prospect'] === 'inactive' && !$this->people->shows_last_access();
        return get_string('outlook:' . ($ishidden ? 'inactivehidden' : $outlook['prospect']), 'block_course_notification', [
            'name' => $this->name,
            'date' => self::day($outlook['time']),
            'end' => $end === null ? '' : self::day($end),
        ]);
    }

    /**
     * What was, the earliest first: access, the last visit, completion, and what was sent.
     *
     * @param array[] $explained as why::explain() gives it
     * @return array[]
     */
    private function past(array $explained): array {
        $past = [];
        foreach ($explained as $signal => $one) {
            foreach ($one['sent'] as $row) {
                $past[] = $this->moment((int) $row->timeclaimed, get_string('signal:' . $signal, 'block_course_notification'), [
                    'state' => report_rows::state($row),
                    'reason' => html_entity_decode(failures::reason($row->reason, $row), ENT_QUOTES | ENT_HTML5),
                ]);
            }
        }
        foreach ($this->dates() as $date => $time) {
            if ($time !== null && $time > 0 && $time <= $this->now) {
                $past[] = $this->moment($time, get_string('why:date:' . $date, 'block_course_notification'));
            }
        }
        \core_collator::asort_array_of_arrays_by_key($past, 'time', \core_collator::SORT_NUMERIC);
        return array_values($past);
    }

    /**
     * What may come, the next first.
     *
     * @return array[]
     */
    private function future(): array {
        $future = [];
        foreach ($this->learner->plan($this->now) as $due) {
            $isnow = $due['timedue'] <= $this->now;
            $when = $isnow ? get_string('why:soon', 'block_course_notification') : self::day($due['timedue']);
            $prospect = outlook::prospect_of($due['signal']);
            $ishidden = $prospect === 'inactive' && !$this->people->shows_last_access();
            $future[] = $this->moment(
                max($due['timedue'], $this->now),
                get_string('signal:' . $due['signal'], 'block_course_notification'),
                [
                    'date' => $ishidden ? '' : $when,
                    'condition' => $isnow ? '' : get_string('why:if:' . $prospect, 'block_course_notification', $this->name),
                ]
            );
        }
        $end = $this->learner->facts()['end'];
        if ($end !== null && $end > $this->now) {
            $future[] = $this->moment($end, get_string('why:date:ends', 'block_course_notification'), ['date' => self::day($end)]);
        }
        \core_collator::asort_array_of_arrays_by_key($future, 'time', \core_collator::SORT_NUMERIC);
        return array_values($future);
    }

    /**
     * The dates of a learner that everything hangs on, as far as the reader may know them.
     *
     * @return array<string, int|null>
     */
    private function dates(): array {
        $facts = $this->learner->facts();
        return [
            'opened' => $facts['active'] ? $facts['start'] : null,
            'visited' => $this->people->shows_last_access() ? $facts['lastaccess'] : null,
            'completed' => $facts['completed'],
            'ended' => $facts['end'],
        ];
    }

    /**
     * A point on the line of time.
     *
     * @param int $time
     * @param string $text
     * @param array $more
     * @return array
     */
    private function moment(int $time, string $text, array $more = []): array {
        $date = userdate($time, get_string('strftimedatetime', 'langconfig'));
        return $more + ['time' => $time, 'date' => $date, 'text' => $text, 'state' => '', 'reason' => '', 'condition' => ''];
    }

    /**
     * What the rules say of one notification.
     *
     * @param array $explained as why::explain() gives it
     * @return array
     */
    private function rule(array $explained): array {
        $isnow = $explained['trap'] === '';
        return [
            'signal' => $explained['signal'],
            'name' => get_string('signal:' . $explained['signal'], 'block_course_notification'),
            'isnow' => $isnow,
            'verdict' => $this->verdict($explained),
            'hassent' => $explained['sent'] !== [],
            'reseturl' => $this->act('reset', $explained['signal']),
            'markurl' => $isnow ? $this->act('mark', $explained['signal']) : null,
        ];
    }

    /**
     * Why a notification is sent now, or not.
     *
     * @param array $explained
     * @return string
     */
    private function verdict(array $explained): string {
        $reason = $explained['reason'];
        $ishidden = !$this->people->shows_last_access();
        if ($ishidden && ($explained['signal'] === 'inactive' || in_array($reason, self::TELLS_VISIT, true))) {
            return get_string($explained['trap'] === '' ? 'reason:accepted' : 'reason:hiddenvisit', 'block_course_notification');
        }
        if ($reason === 'outofrange' && $explained['opens'] !== null) {
            $isearly = $explained['opens'] > $this->now;
            $date = self::day($isearly ? $explained['opens'] : (int) $explained['closes']);
            return get_string($isearly ? 'reason:early' : 'reason:late', 'block_course_notification', $date);
        }
        $end = $this->learner->facts()['end'];
        return get_string('reason:' . $reason, 'block_course_notification', $end === null ? '' : self::day($end));
    }

    /**
     * A day in words.
     *
     * @param int $time
     * @return string
     */
    private static function day(int $time): string {
        return userdate($time, get_string('strftimedate', 'langconfig'));
    }

    /**
     * Where something is done by hand for this learner.
     *
     * @param string $act
     * @param string $signal '' is all of them
     * @return string
     */
    private function act(string $act, string $signal = ''): string {
        $params = ['id' => $this->people->courseid, 'act' => $act, 'userid' => (int) $this->user->id, 'signal' => $signal];
        return (new moodle_url('/blocks/course_notification/act.php', array_filter($params)))->out(false);
    }
}
