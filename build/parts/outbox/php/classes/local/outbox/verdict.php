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

namespace part_outbox\local\outbox;

use part_outbox\local\rules\answers;

/**
 * How a delivery ended.
 *
 * @package    part_outbox
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class verdict {
    /** @var string What is told cannot be told yet, and no request was made. */
    public const HELD = 'held';

    /** @var string It can never be told, and no request was made. */
    public const DEAD = 'dead';

    /**
     * A verdict.
     *
     * @param string $word one of rules/answers.ts, or one of ours
     * @param string $reason
     * @param string $detail
     */
    public function __construct(
        /** @var string What it means. */
        public readonly string $word,
        /** @var string Why, by a name that the languages know. */
        public readonly string $reason,
        /** @var string What belongs to the reason. */
        public readonly string $detail = '',
    ) {
    }

    /**
     * A reason in words; one that the languages do not know any more is shown by its name.
     *
     * @param string|null $reason
     * @param string|null $language of the reader, otherwise that of the page
     * @return string empty where there is none
     */
    public static function words(?string $reason, ?string $language = null): string {
        $strings = get_string_manager();
        $isknown = $strings->string_exists("outbox:reason:$reason", 'part_outbox');
        return $isknown ? $strings->get_string("outbox:reason:$reason", 'part_outbox', null, $language) : (string) $reason;
    }

    /**
     * What an answer means.
     *
     * @param answer $answer
     * @return self
     */
    public static function on(answer $answer): self {
        $reason = $answer->reason();
        return new self(answers::verdict_on($reason), $reason);
    }
}
