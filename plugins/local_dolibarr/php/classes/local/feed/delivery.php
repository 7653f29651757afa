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

namespace local_dolibarr\local\feed;

use local_dolibarr\local\outbox\answer;
use local_dolibarr\local\outbox\request;
use local_dolibarr\local\outbox\verdict;
use local_dolibarr\local\rules\envelope;
use local_dolibarr\local\rules\presets;

/**
 * How one message gets into Dolibarr.
 *
 * @package    local_dolibarr
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class delivery {
    /**
     * The delivery of a message.
     *
     * @param dolibarr $dolibarr
     * @param \stdClass $row
     * @param envelopes $envelopes
     * @return \Generator of requests; it is sent answers, and returns a verdict
     */
    public static function of(dolibarr $dolibarr, \stdClass $row, envelopes $envelopes): \Generator {
        $missing = $envelopes->missing($row);
        if ($missing !== 'none') {
            return new verdict(verdict::HELD, $missing);
        }
        $envelope = $envelopes->of($row);
        if ($dolibarr->way === 'own') {
            return yield from self::written($dolibarr->template($row->kind), envelope::fields_of($envelope), $row);
        }
        $lack = presets::lack_of($dolibarr->way, $envelope);
        if ($lack !== 'none') {
            return new verdict(verdict::HELD, $lack);
        }
        $call = presets::call_of($dolibarr->way, $envelope, $dolibarr->setup());
        $request = new request($call['method'], $call['path'], fields::tree($call['body']), ['Idempotency-Key' => $row->uid]);
        return yield from match ($dolibarr->way) {
            'extrafields' => self::merged($request),
            'agenda' => self::unless_known($request, $row),
            default => self::asked($request),
        };
    }

    /**
     * A request that an administrator has written. A path that lacks something would lead elsewhere.
     *
     * @param template $template
     * @param array $fields
     * @param \stdClass $row
     * @return \Generator
     */
    private static function written(template $template, array $fields, \stdClass $row): \Generator {
        $lacks = $template->lacks($fields);
        if ($lacks !== []) {
            return new verdict(verdict::HELD, 'emptypath', implode(' ', $lacks));
        }
        $path = presets::filled($template->path, $fields);
        $request = new request($template->method, $path, $template->filled($fields), ['Idempotency-Key' => $row->uid]);
        return yield from self::asked($request);
    }

    /**
     * What an answer means, with Dolibarr's own words. It says 401 also where the key is accepted, and its account may not do this.
     *
     * @param answer $answer
     * @return verdict
     */
    public static function verdict(answer $answer): verdict {
        $verdict = verdict::on($answer);
        $words = $answer->json()['error']['message'] ?? '';
        $words = is_string($words) ? $words : '';
        $reason = $verdict->reason === 'key' && presets::is_not_allowed($words) ? 'forbidden' : $verdict->reason;
        return new verdict($verdict->word, $reason, $words);
    }

    /**
     * A request whose answer is the verdict.
     *
     * @param request $request
     * @return \Generator
     */
    private static function asked(request $request): \Generator {
        return self::verdict(yield $request);
    }

    /**
     * Extrafields are read and written whole: those of users and members, and in versions up to 19.0.1 those of contacts too, are
     * emptied where they are left out. Those that Dolibarr does not have it passes over, and says that all is well.
     *
     * @param request $request
     * @return \Generator
     */
    private static function merged(request $request): \Generator {
        $read = yield new request('GET', $request->path);
        $verdict = self::verdict($read);
        if ($verdict->word !== 'sent') {
            return $verdict;
        }
        $told = $request->body['array_options'];
        $body = ['array_options' => $told + (self::extrafields($read) ?? [])];
        $written = yield new request($request->method, $request->path, $body, $request->headers);
        $verdict = self::verdict($written);
        $kept = self::extrafields($written);
        $isnothing = $verdict->word === 'sent' && $kept !== null && array_intersect_key($told, $kept) === [];
        return $isnothing ? new verdict('stop', 'nofields') : $verdict;
    }

    /**
     * The extrafields that an answer tells of.
     *
     * @param answer $answer
     * @return array|null null where it tells of none
     */
    private static function extrafields(answer $answer): ?array {
        $fields = $answer->json()['array_options'] ?? null;
        return is_array($fields) ? $fields : null;
    }

    /**
     * An event that Dolibarr may have already is looked for before it is made again.
     *
     * @param request $request
     * @param \stdClass $row
     * @return \Generator
     */
    private static function unless_known(request $request, \stdClass $row): \Generator {
        if ((int) $row->claims > 1) {
            $lookup = presets::lookup_of($row->uid);
            $found = yield new request($lookup['method'], $lookup['path']);
            $verdict = self::verdict($found);
            // An empty list is answered with 404 by some versions.
            $isempty = $found->status === 404 || ($verdict->word === 'sent' && $found->json() === []);
            if (!$isempty) {
                return $verdict;
            }
        }
        return self::verdict(yield $request);
    }
}
