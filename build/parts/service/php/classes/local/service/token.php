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

namespace part_service\local\service;

use core_external\util;

/**
 * The token with which the account calls, and that the account is among those who may.
 *
 * @package    part_service
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class token {
    /** @var string|null The new token, to be shown once; null where none was made. */
    public ?string $secret = null;

    /**
     * What is wished of the token; null leaves a limit as it is.
     *
     * @param bool $rotate whether a new one takes the place of those there are
     * @param int|null $validuntil 0 for no end
     * @param string|null $iprestriction empty for none
     */
    public function __construct(
        /** @var bool Whether a new one takes the place of those there are. */
        private readonly bool $rotate = false,
        /** @var int|null Until when it is valid; 0 for no end. */
        private readonly ?int $validuntil = null,
        /** @var string|null From where it is accepted; empty for everywhere. */
        private readonly ?string $iprestriction = null,
    ) {
    }

    /**
     * That the account may call, that there is a token, and its limits.
     *
     * @return iterable<fact>
     */
    public function facts(): iterable {
        yield fact::of('authorised', null, self::is_authorised(), self::authorise(...));
        $tokens = self::valid();
        yield fact::of('token', null, $tokens !== [] && !$this->rotate, $this->create(...));
        $tokens = self::valid();
        if ($this->validuntil !== null) {
            $text = $this->validuntil === 0 ? get_string('never') : userdate($this->validuntil);
            yield $this->limit('validuntil', $text, $this->validuntil, $tokens);
        }
        if ($this->iprestriction !== null) {
            $text = $this->iprestriction === '' ? get_string('service:anywhere', 'part_service') : $this->iprestriction;
            yield $this->limit('iprestriction', $text, $this->iprestriction, $tokens);
        }
    }

    /**
     * The tokens of the account for the service that are not over.
     *
     * @return \stdClass[]
     */
    public static function valid(): array {
        $now = \core\di::get(\core\clock::class)->time();
        return array_filter(self::all(), static fn(\stdClass $token): bool => $token->validuntil == 0 || $token->validuntil > $now);
    }

    /**
     * All its tokens for the service.
     *
     * @return \stdClass[]
     */
    private static function all(): array {
        global $DB;
        [$service, $user] = [site::service(), account::user()];
        return $service === null || $user === null ? [] : $DB->get_records('external_tokens', [
            'externalserviceid' => $service->id,
            'userid' => $user->id,
            'tokentype' => EXTERNAL_TOKEN_PERMANENT,
        ], 'id');
    }

    /**
     * Whether the account is one of those who may use the service.
     *
     * @return bool
     */
    public static function is_authorised(): bool {
        global $DB;
        [$service, $user] = [site::service(), account::user()];
        if ($service === null || $user === null) {
            return false;
        }
        $row = $DB->get_record('external_services_users', ['externalserviceid' => $service->id, 'userid' => $user->id]);
        return $row && (empty($row->validuntil) || $row->validuntil > \core\di::get(\core\clock::class)->time());
    }

    /**
     * Lets the account use the service, without an end.
     */
    private static function authorise(): void {
        global $DB;
        $ids = ['externalserviceid' => site::service()->id, 'userid' => account::user()->id];
        $row = $DB->get_record('external_services_users', $ids);
        if ($row) {
            $DB->set_field('external_services_users', 'validuntil', null, ['id' => $row->id]);
            return;
        }
        $DB->insert_record('external_services_users', (object) ($ids + ['timecreated' => time()]));
        \core\event\webservice_service_user_added::create([
            'objectid' => $ids['externalserviceid'],
            'relateduserid' => $ids['userid'],
        ])->trigger();
    }

    /**
     * Makes a token. It takes over the limits of the one before, and those that are over or replaced go.
     */
    private function create(): void {
        global $DB, $SESSION;
        $old = self::all();
        $limits = self::valid() === [] ? null : current(self::valid());
        $this->secret = util::generate_token(
            EXTERNAL_TOKEN_PERMANENT,
            site::service(),
            account::user()->id,
            \core\context\system::instance(),
            (int) ($this->validuntil ?? $limits?->validuntil),
            (string) ($this->iprestriction ?? $limits?->iprestriction),
        );
        // Core would show it on its own page once more.
        unset($SESSION->webservicenewlycreatedtoken);
        $DB->delete_records_list('external_tokens', 'id', array_keys($old));
    }

    /**
     * A limit of the token.
     *
     * @param string $field
     * @param string $text
     * @param int|string $value
     * @param \stdClass[] $tokens
     * @return fact
     */
    private function limit(string $field, string $text, int|string $value, array $tokens): fact {
        $other = array_filter($tokens, static fn(\stdClass $token): bool => (string) $token->{$field} !== (string) $value);
        return fact::of($field, $text, $tokens !== [] && $other === [], static function () use ($field, $value): void {
            global $DB;
            foreach (self::valid() as $token) {
                $DB->set_field('external_tokens', $field, $value, ['id' => $token->id]);
            }
        });
    }
}
