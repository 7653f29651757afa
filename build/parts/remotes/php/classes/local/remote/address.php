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

/**
 * The address of a Moodle, as people paste it.
 *
 * @package    part_remotes
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class address {
    /** @var string Where the pages of a Moodle begin: what comes before is its address. */
    private const PAGES = '~/(?:index\.php|login|my|admin|course|webservice|blocks|user|mod)(?:/.*)?$~';

    /**
     * The address that a page of a Moodle lies below.
     *
     * @param string $pasted
     * @return string|null null where it is no address of the web
     */
    public static function of(string $pasted): ?string {
        $whole = rtrim(preg_replace('~[?#].*$~s', '', trim($pasted)), '/');
        $url = rtrim(preg_replace(self::PAGES, '', $whole), '/');
        $parts = parse_url($url);
        $known = is_array($parts) && in_array($parts['scheme'] ?? '', ['http', 'https'], true);
        return $known && !isset($parts['user']) && !isset($parts['pass']) && clean_param($url, PARAM_URL) === $url ? $url : null;
    }

    /**
     * Address and token, where both were pasted together as the set-up of the other Moodle prints them.
     *
     * @param string $url
     * @param string $token
     * @return string[]
     */
    public static function split(string $url, string $token): array {
        [$address, $more] = explode(',', $url, 2) + [1 => ''];
        return [trim($address), trim($token) === '' ? trim($more) : trim($token)];
    }
}
