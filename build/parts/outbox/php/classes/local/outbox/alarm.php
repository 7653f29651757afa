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

namespace part_outbox\local\outbox;

use core\message\message;
use part_outbox\local\config;
use part_outbox\local\rules\alarms;

/**
 * Tells the administrators that messages are held up: once, however long it lasts.
 *
 * @package    part_outbox
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class alarm {
    /**
     * Looks at all feeds.
     */
    public static function look(): void {
        $now = \core\di::get(\core\clock::class)->time();
        foreach (outbox::connector()->destinations() as $destination) {
            $feed = feed::of($destination);
            if (alarms::is_news($feed, $now, config::alertafter())) {
                line::to($destination)->told(true);
                array_map(static fn(\stdClass $admin) => self::tell($admin, $destination), get_admins());
            } else if ($feed['told'] > 0 && !alarms::is_blocked($feed, $now, config::alertafter())) {
                line::to($destination)->told(false);
            }
        }
    }

    /**
     * What is wrong with a feed, and what to do.
     *
     * @param destination $destination
     * @param string|null $language of the reader, otherwise that of the page
     * @return string
     */
    public static function words(destination $destination, ?string $language = null): string {
        $say = static fn(string $key, mixed $a = null): string => get_string_manager()->get_string($key, 'part_outbox', $a, $language);
        $line = line::to($destination)->row();
        $a = ['name' => $destination->title, 'since' => userdate((int) $line->stopped ?: feed::oldest($destination->name))];
        $what = $say((int) $line->stopped > 0 ? 'outbox:stopped' : 'outbox:late', $a);
        return $line->reason === null ? $what : $what . ' ' . verdict::words($line->reason, $language);
    }

    /**
     * Tells an administrator.
     *
     * @param \stdClass $admin
     * @param destination $destination
     */
    private static function tell(\stdClass $admin, destination $destination): void {
        $say = static fn(string $key): string => get_string_manager()->get_string($key, 'part_outbox', null, $admin->lang);
        $url = (new \moodle_url('/part/outbox/feed.php'))->out(false);
        $message = new message();
        $message->component = 'part_outbox';
        $message->name = 'blocked';
        $message->userfrom = \core_user::get_noreply_user();
        $message->userto = $admin;
        $message->subject = $say('outbox:blockedsubject');
        $message->fullmessage = self::words($destination, $admin->lang) . "\n\n" . $url;
        $message->fullmessageformat = FORMAT_PLAIN;
        $message->fullmessagehtml = text_to_html(s($message->fullmessage), false, false, true);
        $message->smallmessage = $message->subject;
        $message->notification = 1;
        $message->contexturl = $url;
        $message->contexturlname = $say('adminpage:feed');
        message_send($message);
    }
}
