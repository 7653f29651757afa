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

namespace part_remotes\admin;

use part_remotes\local\remote\remote_list;
use part_remotes\local\remote\remotes;

/**
 * The other Moodles: a row each with address and token. A token that is kept is never sent to a browser.
 *
 * @package    part_remotes
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class remote_moodles extends \admin_setting {
    /** @var int Empty rows below the list, which work without JavaScript. */
    private const EMPTY_ROWS = 1;

    /**
     * The addresses that are kept.
     *
     * @return array|null rows, each with its url
     */
    public function get_setting() {
        if ($this->config_read($this->name) === null) {
            return null;
        }
        return array_map(static fn(array $entry): array => ['url' => $entry[0]], remotes::entries(remotes::setting()));
    }

    /**
     * Keeps the rows, tokens encrypted. The log of changes gets the addresses alone.
     *
     * @param array|string $data rows, or the list as recipes write it
     * @return string what is wrong; empty where all is kept
     */
    public function write_setting($data) {
        $rows = is_array($data) ? $data : array_map(
            static fn(array $entry): array => ['url' => $entry[0], 'token' => $entry[1]],
            remotes::entries((string) $data)
        );
        $list = new remote_list($rows);
        if ($list->problems !== []) {
            return implode('<br>', $list->problems);
        }
        $before = implode(' ', array_column(remotes::entries(remotes::setting()), 0));
        try {
            remotes::save($list->pairs);
        } catch (\moodle_exception $problem) {
            return get_string('remotes:nokey', 'part_remotes', s($problem->getMessage()));
        }
        add_to_config_log($this->name, $before, implode(' ', array_column($list->pairs, 0)), $this->plugin);
        return '';
    }

    /**
     * The rows.
     *
     * @param array $data rows
     * @param string $query
     * @return string
     */
    public function output_html($data, $query = '') {
        global $OUTPUT;
        $kept = array_column(remotes::entries(remotes::setting()), 0);
        $rows = [];
        foreach ([...array_values((array) $data), ...array_fill(0, self::EMPTY_ROWS, [])] as $index => $row) {
            $url = (string) ($row['url'] ?? '');
            $rows[] = [
                'number' => $index + 1,
                'id' => $this->get_id() . "_$index",
                'field' => $this->get_full_name() . "[$index]",
                'url' => $url,
                'iskept' => in_array($url, $kept, true),
            ];
        }
        $html = $OUTPUT->render_from_template('part_remotes/remote_moodles', [
            'id' => $this->get_id(),
            'field' => $this->get_full_name(),
            'rows' => $rows,
            'readonly' => $this->is_readonly(),
        ]);
        return format_admin_setting($this, $this->visiblename, $html, $this->description, false, '', null, $query);
    }
}
