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

namespace local_everything\local\service;

/**
 * Sets the service up: looks at each thing in turn, brings about what is not so, and leaves the rest as it is.
 *
 * @package    local_everything
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class setup {
    /** @var string It was so already. */
    public const HELD = 'held';

    /** @var string It was brought about. */
    public const MADE = 'made';

    /** @var string It is not so. */
    public const MISSING = 'missing';

    /** @var string It is not so, and a person must see to it. */
    public const BYHAND = 'byhand';

    /**
     * How things stand; nothing is changed.
     *
     * @return report
     */
    public static function look(): report {
        return self::go(
            new token(),
            static fn(fact $fact): array => [$fact->holds ? self::HELD : ($fact->make === null ? self::BYHAND : self::MISSING), ''],
        );
    }

    /**
     * Brings about what is not so.
     *
     * @param token $token what is wished of the token
     * @return report
     */
    public static function run(token $token): report {
        return self::go($token, self::make(...));
    }

    /**
     * Goes through all there is, in the order in which one thing needs another.
     *
     * @param token $token
     * @param \Closure $deal what is done about a fact: its state, and what went wrong
     * @return report
     */
    private static function go(token $token, \Closure $deal): report {
        $lines = [];
        foreach ([site::facts(...), role::facts(...), account::facts(...), $token->facts(...)] as $facts) {
            // Each fact is asked for when those before it have been seen to.
            foreach ($facts() as $fact) {
                [$state, $problem] = $deal($fact);
                $lines[] = ['text' => $fact->text, 'state' => $state, 'problem' => $problem];
            }
        }
        return new report($lines, $token->secret);
    }

    /**
     * Brings a fact about where it does not hold.
     *
     * @param fact $fact
     * @return string[] its state, and what went wrong
     */
    private static function make(fact $fact): array {
        if ($fact->holds || $fact->make === null) {
            return [$fact->holds ? self::HELD : self::BYHAND, ''];
        }
        try {
            ($fact->make)();
            return [self::MADE, ''];
        } catch (\moodle_exception $problem) {
            return [self::BYHAND, $problem->getMessage()];
        }
    }
}
