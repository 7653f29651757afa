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
 * What other Moodles have said, kept for a few minutes. Trouble is not kept: it may be over in a moment.
 *
 * @package    part_remotes
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class kept {
    /**
     * An answer that is kept, or a new one.
     *
     * @param remote $remote
     * @param array $question what is asked, and about whom
     * @param callable $ask
     * @param bool $refresh whether it is asked whatever is kept
     * @return array
     */
    public static function answer(remote $remote, array $question, callable $ask, bool $refresh = false): array {
        $answer = $refresh ? false : self::cache()->get(self::key($remote, $question));
        if ($answer === false) {
            $answer = $ask();
            self::keep($remote, $question, $answer);
        }
        return $answer;
    }

    /**
     * Keeps an answer.
     *
     * @param remote $remote
     * @param array $question
     * @param array $answer
     */
    public static function keep(remote $remote, array $question, array $answer): void {
        self::cache()->set(self::key($remote, $question), $answer);
    }

    /**
     * Where an answer is kept: by what was asked, and of whom.
     *
     * @param remote $remote
     * @param array $question
     * @return string
     */
    private static function key(remote $remote, array $question): string {
        return sha1(json_encode([$remote->url, $question]));
    }

    /**
     * The cache.
     *
     * @return \cache
     */
    private static function cache(): \cache {
        return \cache::make('part_remotes', 'remoteanswers');
    }
}
