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

namespace local_everything\local;

use core\encryption;
use moodle_exception;

/**
 * The plugin's settings, typed; a setting that was never saved has its default.
 *
 * Made from test/golden/plugins/everything/manifest.ts by the build: change that file, not this one.
 *
 * @package    local_everything
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class config {
    /** @var string Whose settings these are. */
    private const COMPONENT = 'local_everything';

    /**
     * Use shelves.
     *
     * @return bool
     */
    public static function enabled(): bool {
        return (bool) self::read('enabled', 1);
    }

    /**
     * Items on a shelf.
     *
     * @return int
     */
    public static function limit(): int {
        return (int) self::read('limit', 10);
    }

    /**
     * Lowest floor.
     *
     * @return int
     */
    public static function floor(): int {
        return (int) self::read('floor', 5);
    }

    /**
     * Factor.
     *
     * @return float
     */
    public static function factor(): float {
        return (float) self::read('factor', 1.25);
    }

    /**
     * Title.
     *
     * @return string
     */
    public static function title(): string {
        return (string) self::read('title', 'Everyone\'s shelf');
    }

    /**
     * Code.
     *
     * @return string
     */
    public static function code(): string {
        return (string) self::read('code', 'AB');
    }

    /**
     * Server.
     *
     * @return string
     */
    public static function server(): string {
        return (string) self::read('server', 'localhost');
    }

    /**
     * Footer.
     *
     * @return string
     */
    public static function footer(): string {
        return (string) self::read('footer', '');
    }

    /**
     * Welcome.
     *
     * @return string
     */
    public static function welcome(): string {
        return (string) self::read('welcome', '<p>Hello</p>');
    }

    /**
     * Keep items for.
     *
     * @return int
     */
    public static function keep(): int {
        return (int) self::read('keep', 2592000);
    }

    /**
     * Wait.
     *
     * @return int
     */
    public static function wait(): int {
        return (int) self::read('wait', 90);
    }

    /**
     * Mode.
     *
     * @return string
     */
    public static function mode(): string {
        return (string) self::read('mode', 'many');
    }

    /**
     * Hour.
     *
     * @return string
     */
    public static function hour(): string {
        return (string) self::read('hour', '6');
    }

    /**
     * Days.
     *
     * @return string[]
     */
    public static function days(): array {
        return self::several('days', ['mon']);
    }

    /**
     * Reviewers.
     *
     * @return int[] Ids of roles.
     */
    public static function reviewers(): array {
        $saved = get_config(self::COMPONENT, 'reviewers');
        if ($saved === false) {
            $roles = array_map('get_archetype_roles', ['editingteacher', 'manager']);
            return array_map('intval', array_keys(array_replace([], ...$roles)));
        }
        return array_map('intval', self::several('reviewers', []));
    }

    /**
     * Reader.
     *
     * @return int 0 where none is set.
     */
    public static function reader(): int {
        return (int) self::read('reader', 0);
    }

    /**
     * Home category.
     *
     * @return int 0 where none is set.
     */
    public static function home(): int {
        return (int) self::read('home', 0);
    }

    /**
     * Token.
     *
     * @return string Empty where none is set, or where the site's key cannot read it.
     */
    public static function token(): string {
        return self::secret('token');
    }

    /**
     * Servers.
     *
     * @return string
     */
    public static function servers(): string {
        return (string) self::read('servers', '');
    }

    /**
     * Other Moodles.
     *
     * @return string
     */
    public static function remotes(): string {
        return (string) self::read('remotes', '');
    }

    /**
     * The value as it was saved, or what it is before.
     *
     * @param string $name
     * @param string|int|float $default
     * @return string|int|float
     */
    private static function read(string $name, string|int|float $default): string|int|float {
        $saved = get_config(self::COMPONENT, $name);
        return $saved === false ? $default : $saved;
    }

    /**
     * The ticked values of a setting with several.
     *
     * @param string $name
     * @param string[] $default
     * @return string[]
     */
    private static function several(string $name, array $default): array {
        $saved = get_config(self::COMPONENT, $name);
        if ($saved === false) {
            return $default;
        }
        return $saved === '' ? [] : explode(',', $saved);
    }

    /**
     * A secret in clear. One that config.php forces may stand there as it is.
     *
     * @param string $name
     * @return string
     */
    private static function secret(string $name): string {
        $saved = (string) self::read($name, '');
        // Moodle names the method before the value; OpenSSL is one of 4.5 only.
        if (preg_match('~^(sodium|openssl-aes-256-ctr):~', $saved) !== 1) {
            return $saved;
        }
        try {
            return encryption::decrypt($saved);
        } catch (moodle_exception $unreadable) {
            debugging("The setting {$name} cannot be decrypted with this site's key: enter it again.", DEBUG_NORMAL);
            return '';
        }
    }
}
