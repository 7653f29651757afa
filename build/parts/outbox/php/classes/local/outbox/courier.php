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

use core\files\curl_security_helper;
use core\http_client;
use GuzzleHttp\Promise\PromiseInterface;
use GuzzleHttp\RequestOptions;
use Psr\Http\Message\ResponseInterface;

/**
 * Carries requests to a destination, several at once over lines that are kept open. A redirect is not followed: it would take
 * the key elsewhere.
 *
 * @package    part_outbox
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class courier {
    /** @var int Seconds until a connection stands. */
    private const CONNECT = 5;

    /** @var int Seconds that an answer may take. */
    private const TOTAL = 20;

    /** @var int As much of an answer is read. */
    private const LONGEST = 262144;

    /** @var http_client Keeps the lines. */
    private readonly http_client $client;

    /**
     * A courier.
     *
     * @param destination $destination
     */
    public function __construct(
        /** @var destination To whom. */
        private readonly destination $destination,
    ) {
        $this->client = \core\di::get(http_client::class);
    }

    /**
     * Asks, and promises the answer.
     *
     * @param request $request
     * @return PromiseInterface of an answer, whatever happens
     */
    public function ask(request $request): PromiseInterface {
        $options = [
            RequestOptions::HEADERS => $request->headers + $this->destination->headers() + ['Accept' => 'application/json'],
            RequestOptions::CONNECT_TIMEOUT => self::CONNECT,
            RequestOptions::TIMEOUT => self::TOTAL,
            RequestOptions::HTTP_ERRORS => false,
            RequestOptions::ALLOW_REDIRECTS => false,
        ];
        if ($request->body !== null) {
            $options[RequestOptions::BODY] = $request->json();
            $options[RequestOptions::HEADERS]['Content-Type'] = 'application/json';
        }
        return $this->client->requestAsync($request->method, $this->destination->url . $request->path, $options)
            ->then(self::answered(...), $this->unanswered(...));
    }

    /**
     * An answer.
     *
     * @param ResponseInterface $response
     * @return answer
     */
    private static function answered(ResponseInterface $response): answer {
        $after = $response->getHeaderLine('Retry-After');
        $seconds = ctype_digit($after) ? (int) $after : (int) strtotime($after) - \core\di::get(\core\clock::class)->time();
        $body = $response->getBody();
        $body->rewind();
        return new answer($response->getStatusCode(), $body->read(self::LONGEST), max(0, $seconds));
    }

    /**
     * Something went wrong on the way.
     *
     * @param \Throwable $problem
     * @return answer
     */
    private function unanswered(\Throwable $problem): answer {
        $forbidden = (new curl_security_helper())->url_is_blocked($this->destination->url);
        return new answer(0, $problem->getMessage(), 0, $forbidden);
    }
}
