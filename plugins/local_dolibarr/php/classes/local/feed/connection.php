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
use local_dolibarr\local\rules\presets;

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
            $account = self::ask($destination, '/users/info?includepermissions=1');
            $findings[] = self::finding('account', $account, (string) ($account->json()['login'] ?? ''));
            $findings = array_merge($findings, self::lacks($dolibarr, $account));
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
     * Which rights the account lacks for what it is to do. Versions that do not tell of rights are taken at their word.
     *
     * @param dolibarr $dolibarr
     * @param answer $account
     * @return array
     */
    private static function lacks(dolibarr $dolibarr, answer $account): array {
        $known = $account->json();
        $rights = self::names($known['rights'] ?? []);
        if ($rights === [] || (int) ($known['admin'] ?? 0) === 1) {
            return [];
        }
        $setup = $dolibarr->setup();
        $needed = presets::rights_of($dolibarr->way, $setup, (int) $known['id'] === $setup['agendaowner']);
        $lacking = array_diff($needed, $rights);
        $a = ['way' => get_string("destination:$dolibarr->way", 'local_dolibarr'), 'rights' => implode(', ', $lacking)];
        return $lacking === [] ? [] : [['text' => get_string('connection:lacks', 'local_dolibarr', $a), 'well' => false]];
    }

    /**
     * The rights that somebody has, by their names.
     *
     * @param mixed $rights a tree with a 1 for each
     * @return string[]
     */
    private static function names(mixed $rights): array {
        $fields = is_array($rights) ? fields::flat($rights) : [];
        $has = static fn(array $field): bool => (int) ($field['whole'] ?? $field['text']) === 1;
        return array_column(array_filter($fields, $has), 'name');
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
        $reason = delivery::verdict($answer)->reason;
        if ($reason === 'none') {
            return ['text' => get_string("connection:$what", 'local_dolibarr', $detail), 'well' => true];
        }
        if ($reason === 'forbidden' && $what === 'account') {
            return ['text' => get_string('connection:unknown', 'local_dolibarr'), 'well' => true];
        }
        $status = $answer->status > 0 ? " (HTTP $answer->status)" : '';
        return ['text' => get_string("outbox:reason:$reason", 'local_dolibarr') . $status, 'well' => false];
    }
}
