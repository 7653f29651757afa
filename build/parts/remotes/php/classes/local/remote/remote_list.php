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
 * The list of other Moodles as the settings page sends it, held against what is kept.
 *
 * @package    part_remotes
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class remote_list {
    /** @var array List of [address, token]. */
    public array $pairs = [];

    /** @var string[] What is wrong, with its row. */
    public array $problems = [];

    /**
     * Reads rows, each with url, token and remove. A row without a token keeps the one that its address has; a token never goes to
     * another address.
     *
     * @param array $rows
     */
    public function __construct(array $rows) {
        $kept = array_column(remotes::entries(remotes::setting()), 1, 0);
        foreach (array_values($rows) as $index => $row) {
            [$pasted, $token] = address::split((string) ($row['url'] ?? ''), (string) ($row['token'] ?? ''));
            if (!empty($row['remove']) || ($pasted === '' && $token === '')) {
                continue;
            }
            $url = address::of($pasted);
            $problem = self::problem($url, $token, isset($kept[$url ?? '']), array_column($this->pairs, 0));
            if ($problem === null) {
                $this->pairs[] = [$url, $token === '' ? $kept[$url] : $token];
                continue;
            }
            $this->problems[] = get_string('remotes:row', 'part_remotes', [
                'row' => $index + 1,
                'url' => s($pasted),
                'problem' => get_string("remotes:$problem", 'part_remotes'),
            ]);
        }
    }

    /**
     * What is wrong with a row.
     *
     * @param string|null $url
     * @param string $token
     * @param bool $haskept whether there is a token for the address
     * @param string[] $others the addresses of the rows before it
     * @return string|null
     */
    private static function problem(?string $url, string $token, bool $haskept, array $others): ?string {
        global $CFG;
        return match (true) {
            $url === null => 'badaddress',
            $url === $CFG->wwwroot => 'thissite',
            str_starts_with($url, 'http://') && str_starts_with($CFG->wwwroot, 'https://') => 'unencrypted',
            in_array($url, $others, true) => 'twice',
            $token === '' && !$haskept => 'notoken',
            $token !== '' && !preg_match('/^[a-zA-Z0-9]{16,128}$/', $token) => 'badtoken',
            default => null,
        };
    }
}
