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

use GuzzleHttp\Promise\Create;
use GuzzleHttp\Promise\Each;
use GuzzleHttp\Promise\PromiseInterface;

/**
 * Sends what waits for one destination.
 *
 * @package    part_outbox
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class drain {
    /** @var int Seconds that the task takes at most: the next one follows within a minute. */
    private const MOST = 240;

    /** @var int How many deliveries are claimed at once. */
    private const CLAIM = 100;

    /** @var claims What this process is sending. */
    private readonly claims $claims;

    /** @var line How the line does. */
    private readonly line $line;

    /** @var courier Carries it there. */
    private readonly courier $courier;

    /** @var tally What it came to. */
    private readonly tally $tally;

    /**
     * A run for a destination.
     *
     * @param destination $destination
     */
    public function __construct(
        /** @var destination To whom. */
        private readonly destination $destination,
    ) {
        $this->claims = new claims($destination->name);
        $this->line = line::to($destination);
        $this->courier = new courier($destination);
        $this->tally = new tally();
    }

    /**
     * The scheduled task.
     */
    public static function run_task(): void {
        foreach (self::run_all(self::MOST) as $name => $tally) {
            mtrace("$name: " . $tally->text());
        }
        alarm::look();
    }

    /**
     * Sends to all destinations.
     *
     * @param int $seconds
     * @return tally[] by destination
     */
    public static function run_all(int $seconds): array {
        $tallies = [];
        foreach (outbox::connector()->destinations() as $destination) {
            $tallies[$destination->name] = (new self($destination))->run($seconds);
        }
        return $tallies;
    }

    /**
     * Sends what waits, as long as there is time and the line is well.
     *
     * @param int $seconds
     * @return tally
     */
    public function run(int $seconds): tally {
        $until = self::now() + $seconds;
        $this->tally->add('replaced', $this->claims->tidy());
        while (self::now() < $until && $this->line->is_open()) {
            $groups = $this->claims->take($this->line->is_on_trial() ? 1 : self::CLAIM);
            if ($groups === []) {
                break;
            }
            $this->send($groups);
        }
        return $this->tally;
    }

    /**
     * Makes some deliveries, several at a time. What is left when the line fails goes back.
     *
     * @param array $groups
     */
    private function send(array $groups): void {
        $deliveries = outbox::connector()->deliveries($this->destination, $groups);
        $promises = (function () use ($groups, $deliveries) {
            foreach ($groups as $key => $rows) {
                if ($this->line->is_open()) {
                    yield $this->deliver($rows, $deliveries[$key]);
                } else {
                    $this->claims->give_back($rows);
                }
            }
        })();
        Each::ofLimit($promises, blueprint::CONCURRENT)->wait();
    }

    /**
     * Makes one delivery. What a broken message throws is its own end, and nobody else's.
     *
     * @param \stdClass[] $rows
     * @param \Generator $steps
     * @param request|null $request the last one
     * @param answer|null $answer and what came of it
     * @return PromiseInterface
     */
    private function deliver(array $rows, \Generator $steps, ?request $request = null, ?answer $answer = null): PromiseInterface {
        try {
            if ($answer !== null) {
                $steps->send($answer);
            }
            if ($steps->valid()) {
                $next = $steps->current();
                return $this->courier->ask($next)->then(fn(answer $said): PromiseInterface => $this->deliver($rows, $steps, $next, $said));
            }
            $verdict = $steps->getReturn();
        } catch (\Throwable $problem) {
            $verdict = new verdict(verdict::DEAD, 'broken', get_class($problem) . ': ' . $problem->getMessage());
        }
        $this->settle($rows, $verdict, $request, $answer);
        return Create::promiseFor(null);
    }

    /**
     * Writes down how a delivery ended.
     *
     * @param \stdClass[] $rows
     * @param verdict $verdict
     * @param request|null $request
     * @param answer|null $answer
     */
    private function settle(array $rows, verdict $verdict, ?request $request, ?answer $answer): void {
        foreach ($rows as $row) {
            $this->tally->add($this->claims->settle($row, $verdict, $request, $answer));
        }
        $this->line->note($verdict, $answer->retryafter ?? 0);
        $this->claims->beat();
    }

    /**
     * Now.
     *
     * @return int
     */
    private static function now(): int {
        return \core\di::get(\core\clock::class)->time();
    }
}
