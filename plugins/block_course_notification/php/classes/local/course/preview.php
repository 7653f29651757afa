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

namespace block_course_notification\local\course;

use block_course_notification\local\facts\course_settings;
use block_course_notification\local\facts\courses;
use block_course_notification\local\facts\learner;
use block_course_notification\local\send\mailer;
use core\clock;
use core\di;

/**
 * Mails as their receivers would see them, with texts that need not be saved, and tests of them to oneself.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class preview {
    /**
     * The mail of a signal as one person would see it.
     *
     * @param int $courseid
     * @param string $signal
     * @param int $userid
     * @param string $language that is shown; '' is the person's own
     * @param array $drafts each with language, subject, body and format
     * @return array{subject: string, html: string, language: string, problem: string}
     */
    public static function preview_message(int $courseid, string $signal, int $userid, string $language, array $drafts): array {
        $mail = self::compose($courseid, $signal, $userid, $language, $drafts);
        return [
            'subject' => $mail['subject'],
            'html' => $mail['html'],
            'language' => str_replace('_', '-', $mail['lang']),
            'problem' => self::problem($drafts),
        ];
    }

    /**
     * Sends that mail to oneself.
     *
     * @param int $courseid
     * @param string $signal
     * @param int $userid
     * @param string $language that is shown; '' is the person's own
     * @param array $drafts each with language, subject, body and format
     * @return array{sent: bool, outcome: string}
     */
    public static function send_test(int $courseid, string $signal, int $userid, string $language, array $drafts): array {
        global $USER;
        $problem = self::problem($drafts);
        if ($problem !== '') {
            return ['sent' => false, 'outcome' => $problem];
        }
        $mail = self::compose($courseid, $signal, $userid, $language, $drafts);
        $sent = mailer::send_test($mail, get_course($courseid), $USER);
        $outcome = $sent
            ? get_string('preview:sent', 'block_course_notification', $USER->email)
            : get_string('preview:notsent', 'block_course_notification');
        return ['sent' => $sent, 'outcome' => $outcome];
    }

    /**
     * The mail with its placeholders filled in, of texts as the form would keep them.
     *
     * @param int $courseid
     * @param string $signal
     * @param int $userid
     * @param string $language
     * @param array $drafts
     * @return array{subject: string, html: string, text: string, lang: string}
     */
    private static function compose(int $courseid, string $signal, int $userid, string $language, array $drafts): array {
        $user = receivers::shown($courseid, receivers::require($courseid, $userid));
        if (get_string_manager()->translation_exists($language, false)) {
            $user->lang = $language;
        }
        $texts = ['subject' => [$signal => []], 'body' => [$signal => []], 'format' => [$signal => []]];
        foreach ($drafts as $draft) {
            $texts['subject'][$signal][$draft['language']] = clean_param($draft['subject'], PARAM_TEXT);
            $texts['body'][$signal][$draft['language']] = own_text::kept($draft['body'], $draft['format']);
            $texts['format'][$signal][$draft['language']] = $draft['format'];
        }
        return (new mailer())->compose(self::learner($courseid, $user), $user, $signal, di::get(clock::class)->time(), $texts);
    }

    /**
     * The receiver as a learner; somebody who is none gets the dates of the course.
     *
     * @param int $courseid
     * @param \stdClass $user
     * @return learner
     */
    private static function learner(int $courseid, \stdClass $user): learner {
        $learner = why::learner($courseid, (int) $user->id);
        if ($learner !== null) {
            return self::as_known($learner);
        }
        $course = (new courses())->load([$courseid])[$courseid]
            ?? throw new \moodle_exception('noblock', 'block_course_notification');
        return new learner($course, (int) $user->id, $user->email, [
            'active' => true,
            'hidden' => false,
            'excluded' => false,
            'optedout' => [],
            'start' => (int) $course->startdate,
            'end' => (int) $course->enddate === 0 ? null : (int) $course->enddate,
            'lastaccess' => null,
            'completed' => null,
            'sent' => [],
        ], course_settings::for_rules($course->settings));
    }

    /**
     * A learner without the last visit where the reader may not know it: a mail counts the days since.
     *
     * @param learner $learner
     * @return learner
     */
    private static function as_known(learner $learner): learner {
        global $USER;
        if ($learner->userid === (int) $USER->id || (new people((int) $learner->course->id))->shows_last_access()) {
            return $learner;
        }
        $settings = course_settings::for_rules($learner->course->settings);
        $facts = ['lastaccess' => null] + $learner->facts();
        return new learner($learner->course, $learner->userid, $learner->email, $facts, $settings);
    }

    /**
     * Why the drafts could not be saved; empty where they could.
     *
     * @param array $drafts
     * @return string
     */
    private static function problem(array $drafts): string {
        $problems = [];
        foreach ($drafts as $draft) {
            $problems[] = own_text::subject_problem($draft['subject']);
            $problems[] = own_text::body_problem($draft['body'], $draft['format']);
        }
        return implode(' ', array_unique(array_filter($problems, 'is_string')));
    }
}
