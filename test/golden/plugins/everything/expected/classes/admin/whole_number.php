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

namespace local_everything\admin;

use admin_setting_configtext;

/**
 * Admin setting for a whole number within bounds.
 *
 * Made from test/golden/plugins/everything/manifest.ts by the build: change that file, not this one.
 *
 * @package    local_everything
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class whole_number extends admin_setting_configtext {
    /** @var int|null The least number that is taken. */
    private readonly ?int $min;

    /** @var int|null The greatest number that is taken. */
    private readonly ?int $max;

    /**
     * Makes the setting.
     *
     * @param string $name plugin/name
     * @param \lang_string|string $visiblename
     * @param \lang_string|string $description
     * @param int $default
     * @param int|null $min
     * @param int|null $max
     */
    public function __construct($name, $visiblename, $description, int $default, ?int $min, ?int $max) {
        $this->min = $min;
        $this->max = $max;
        parent::__construct($name, $visiblename, $description, (string) $default, PARAM_INT, 10);
    }

    /**
     * Takes whole numbers within the bounds only, and says which they are.
     *
     * @param string $data
     * @return true|string
     */
    public function validate($data) {
        $number = filter_var(trim((string) $data), FILTER_VALIDATE_INT);
        if ($number === false || ($this->min !== null && $number < $this->min) || ($this->max !== null && $number > $this->max)) {
            return get_string($this->message(), 'local_everything', ['min' => $this->min, 'max' => $this->max]);
        }
        return true;
    }

    /**
     * Stores the number as it reads without spaces around it. Nothing is no number: the parent would take it for a zero.
     *
     * @param string $data
     * @return string
     */
    public function write_setting($data) {
        $number = is_scalar($data) ? trim((string) $data) : '';
        return $number === '' ? $this->validate('') : parent::write_setting($number);
    }

    /**
     * The string that tells these bounds.
     *
     * @return string
     */
    private function message(): string {
        return match (true) {
            $this->min !== null && $this->max !== null => 'wholenumber:between',
            $this->min !== null => 'wholenumber:atleast',
            $this->max !== null => 'wholenumber:atmost',
            default => 'wholenumber:any',
        };
    }
}
