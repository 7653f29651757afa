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

namespace local_dolibarr\local\feed;

use core\notification;
use local_dolibarr\local\outbox\answer;
use local_dolibarr\local\outbox\courier;
use local_dolibarr\local\outbox\destination;
use local_dolibarr\local\outbox\request;

/**
 * Tries the connection to Dolibarr: whether it answers, and whether the key is accepted.
 *
 * @package    local_dolibarr
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class connection {
    /**
     * What was found, in words.
     *
     * @param dolibarr $dolibarr
     * @return array list of text and well
     */
    public static function findings(dolibarr $dolibarr): array {
        $destination = $dolibarr->destination();
        $status = self::ask($destination, '/status');
        $findings = [self::finding('answers', $status, (string) ($status->json()['success']['dolibarr_version'] ?? ''))];
        if ($status->reason() === 'none') {
            $account = self::ask($destination, '/users/info');
            $findings[] = self::finding('account', $account, (string) ($account->json()['login'] ?? ''));
        }
        return $findings;
    }

    /**
     * Says on the next page what was found.
     *
     * @param dolibarr $dolibarr
     */
    public static function tell(dolibarr $dolibarr): void {
        foreach (self::findings($dolibarr) as ['text' => $text, 'well' => $iswell]) {
            notification::add(s("$dolibarr->title: $text"), $iswell ? notification::SUCCESS : notification::ERROR);
        }
    }

    /**
     * Asks, and waits for the answer.
     *
     * @param destination $destination
     * @param string $path
     * @return answer
     */
    private static function ask(destination $destination, string $path): answer {
        return (new courier($destination))->ask(new request('GET', $path))->wait();
    }

    /**
     * What an answer shows.
     *
     * @param string $what
     * @param answer $answer
     * @param string $detail
     * @return array
     */
    private static function finding(string $what, answer $answer, string $detail): array {
        $reason = $answer->reason();
        if ($reason === 'none') {
            return ['text' => get_string("connection:$what", 'local_dolibarr', $detail), 'well' => true];
        }
        $status = $answer->status > 0 ? " (HTTP $answer->status)" : '';
        return ['text' => get_string("outbox:reason:$reason", 'local_dolibarr') . $status, 'well' => false];
    }
}
