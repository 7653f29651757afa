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

namespace block_course_notification\local\course;

use block_course_notification\local\rules\edits;

/**
 * What a form changed, held against what others saved while it was open.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class edit {
    /** @var string[][] Names of fields, by outcome. */
    private readonly array $outcomes;

    /**
     * An edit.
     *
     * @param string[] $was marks of what the fields held when the form was opened, by name
     * @param string[] $mine what is asked for
     * @param string[] $theirs what is kept by now
     */
    private function __construct(
        /** @var string[] Marks of what the fields held. */
        private readonly array $was,
        array $mine,
        /** @var string[] What is kept by now. */
        private readonly array $theirs,
    ) {
        $outcomes = ['same' => [], 'mine' => [], 'theirs' => [], 'conflict' => []];
        foreach ($mine as $name => $value) {
            $kept = self::mark($theirs[$name] ?? '');
            $outcomes[edits::outcome_of($was[$name] ?? $kept, self::mark($value), $kept)][] = $name;
        }
        $this->outcomes = $outcomes;
    }

    /**
     * An edit, as a form sends it. A form that does not say what it began with changes whatever it holds.
     *
     * @param string $token as token() made it
     * @param string[] $mine
     * @param string[] $theirs
     * @return self
     */
    public static function of(string $token, array $mine, array $theirs): self {
        $was = json_decode($token, true);
        return new self(array_filter(is_array($was) ? $was : [], 'is_string'), $mine, $theirs);
    }

    /**
     * What a form keeps of the values that it begins with.
     *
     * @param string[] $values by name
     * @return string
     */
    public static function token(array $values): string {
        return json_encode((object) array_map(self::mark(...), $values));
    }

    /**
     * The fields that were changed here.
     *
     * @return string[]
     */
    public function mine(): array {
        return [...$this->outcomes['mine'], ...$this->outcomes['conflict']];
    }

    /**
     * The fields that somebody else changed, and this form did not.
     *
     * @return string[]
     */
    public function theirs(): array {
        return $this->outcomes['theirs'];
    }

    /**
     * The fields that were changed here and elsewhere.
     *
     * @return string[]
     */
    public function conflicts(): array {
        return $this->outcomes['conflict'];
    }

    /**
     * What the form keeps once the conflicts have been shown: saved again, it has its way.
     *
     * @return string
     */
    public function seen(): string {
        $shown = array_intersect_key($this->theirs, array_flip($this->conflicts()));
        return json_encode((object) (array_map(self::mark(...), $shown) + $this->was));
    }

    /**
     * A value, or what tells a long one from others.
     *
     * @param string $value
     * @return string
     */
    private static function mark(string $value): string {
        return strlen($value) > 20 ? sha1($value) : $value;
    }
}
