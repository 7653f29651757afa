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

namespace part_remotes\local\remote;

use core\encryption;

/**
 * The other Moodles, as a setting keeps them: `address,token;address,token`, tokens encrypted.
 *
 * Recipes write plain tokens there; they work at once, and are encrypted when the list is next saved.
 *
 * @package    part_remotes
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class remotes {
    /** @var string How an encrypted token begins. */
    private const ENCRYPTED = '/^(sodium|openssl-aes-256-ctr):/';

    /**
     * All of them, in the order of the setting.
     *
     * @return remote[]
     */
    public static function all(): array {
        return array_map(
            fn(array $entry): remote => new remote($entry[0], self::plain($entry[1])),
            self::entries(self::setting()),
        );
    }

    /**
     * The one with an address.
     *
     * @param string $url
     * @return remote|null
     */
    public static function find(string $url): ?remote {
        foreach (self::all() as $remote) {
            if ($remote->url === self::address($url)) {
                return $remote;
            }
        }
        return null;
    }

    /**
     * Keeps the list, with its tokens encrypted.
     *
     * @param array $pairs list of [address, token]
     */
    public static function save(array $pairs): void {
        set_config(blueprint::SETTING, self::written($pairs), 'part_remotes');
    }

    /**
     * The list as the setting keeps it.
     *
     * @param array $pairs list of [address, token]
     * @return string
     */
    public static function written(array $pairs): string {
        $written = array_map(fn(array $pair): string => self::address($pair[0]) . ',' . self::encrypted($pair[1]), $pairs);
        return implode(';', $written);
    }

    /**
     * Encrypts what a recipe has written in plain text.
     */
    public static function seal(): void {
        $kept = self::setting();
        $sealed = self::written(self::entries($kept));
        if ($kept !== '' && $sealed !== $kept) {
            set_config(blueprint::SETTING, $sealed, 'part_remotes');
        }
    }

    /**
     * The setting, tokens as they stand there.
     *
     * @return string
     */
    public static function setting(): string {
        return (string) get_config('part_remotes', blueprint::SETTING);
    }

    /**
     * What a setting says, as [address, token] each; tokens as they stand there.
     *
     * @param string $setting
     * @return array
     */
    public static function entries(string $setting): array {
        $entries = [];
        foreach (preg_split('/[;\r\n]+/', $setting, -1, PREG_SPLIT_NO_EMPTY) as $entry) {
            $parts = array_map('trim', explode(',', $entry, 2));
            if (count($parts) === 2 && $parts[0] !== '' && $parts[1] !== '') {
                $entries[] = [self::address($parts[0]), $parts[1]];
            }
        }
        return $entries;
    }

    /**
     * An address as it is compared: without the slash at the end.
     *
     * @param string $url
     * @return string
     */
    private static function address(string $url): string {
        return rtrim(trim($url), '/');
    }

    /**
     * A token as it is kept.
     *
     * @param string $token
     * @return string
     */
    private static function encrypted(string $token): string {
        return preg_match(self::ENCRYPTED, $token) ? $token : encryption::encrypt($token);
    }

    /**
     * A token as it is sent.
     *
     * @param string $token
     * @return string '' where the site's key is not the one it was encrypted with
     */
    private static function plain(string $token): string {
        if (!preg_match(self::ENCRYPTED, $token)) {
            return $token;
        }
        try {
            return encryption::decrypt($token);
        } catch (\moodle_exception $e) {
            return '';
        }
    }
}
