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

namespace block_my_external_backup_restore_courses\local\transfer;

use block_my_external_backup_restore_courses\local\config;
use block_my_external_backup_restore_courses\local\queue\work;
use block_my_external_backup_restore_courses\local\remote\client;
use block_my_external_backup_restore_courses\local\remote\remote;
use block_my_external_backup_restore_courses\local\remote\trouble;
use block_my_external_backup_restore_courses\local\rules\answers;
use GuzzleHttp\Promise\EachPromise;
use GuzzleHttp\Promise\FulfilledPromise;
use GuzzleHttp\Promise\Is;
use GuzzleHttp\Promise\PromiseInterface;
use GuzzleHttp\Promise\Utils;

/**
 * Fetches contents from another Moodle, several at a time, each with a ticket of its own.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class downloads {
    /** @var string The script that gives contents for tickets. */
    private const SCRIPT = 'blocks/my_external_backup_restore_courses/download.php';

    /** @var int Tickets that are asked for at once: they do not last long. */
    private const TICKETS = 100;

    /** @var int Seconds until a connection stands. */
    private const CONNECT = 5;

    /** @var int Bytes that are taken from the line at once. */
    private const PIECE = 262144;

    /** @var int A line that has been silent for so many seconds is cut. */
    private const STALL = 60;

    /** @var int A content that was cut or damaged on the way is asked for so often before the request waits. */
    private const TRIES = 3;

    /** @var string[] What may go well when it is tried again at once. */
    private const PASSING = ['transfer_cut', 'export_broken'];

    /** @var parallel_client Does the requests. */
    private readonly parallel_client $client;

    /** @var int Bytes that are here. */
    private int $done = 0;

    /** @var part_file[] Those that are on their way, by hash. */
    private array $parts = [];

    /** @var string[] Where those go that are not to be taken in, by hash. */
    private array $paths = [];

    /** @var trouble[] What went wrong, by hash. */
    private array $troubles = [];

    /**
     * For one request.
     *
     * @param work $work
     * @param remote $remote
     * @param store $store
     */
    public function __construct(
        /** @var work The request, which is told how far it is. */
        private readonly work $work,
        /** @var remote Where from. */
        private readonly remote $remote,
        /** @var store Where to. */
        private readonly store $store,
    ) {
        global $CFG;
        require_once($CFG->libdir . '/filelib.php');
        $this->client = new parallel_client();
    }

    /**
     * Counts what need not be fetched.
     *
     * @param int $bytes
     */
    public function had(int $bytes): void {
        $this->done += $bytes;
    }

    /**
     * Fetches contents, and takes them in.
     *
     * @param array $contents bytes by hash
     * @param string[] $paths where those go that are not to be taken in, by hash
     */
    public function fetch(array $contents, array $paths = []): void {
        $this->paths = $paths;
        for ($try = 1; $contents !== []; $try++) {
            $this->troubles = [];
            foreach (array_chunk($contents, self::TICKETS, true) as $bundle) {
                $this->fetch_bundle($bundle);
            }
            $contents = array_intersect_key($contents, $this->troubles);
            $trouble = reset($this->troubles);
            if ($trouble && ($try >= self::TRIES || !in_array($trouble->reason, self::PASSING, true))) {
                throw $trouble;
            }
        }
    }

    /**
     * Fetches a file of unknown size from a script, without tickets.
     *
     * @param string $script
     * @param array $params
     * @param string $path
     */
    public function fetch_whole(string $script, array $params, string $path): void {
        $part = new part_file("$path.part", null);
        $this->parts = ['' => $part];
        $this->troubles = [];
        $this->wait_for($this->request($script, $params, $part)->then(null, fn($why) => $this->note('', $why)));
        $part->close();
        if ($this->troubles !== []) {
            throw reset($this->troubles);
        }
        rename("$path.part", $path);
    }

    /**
     * Fetches as many as there are tickets for.
     *
     * @param array $bundle bytes by hash
     */
    private function fetch_bundle(array $bundle): void {
        $answers = client::call($this->remote, 'get_tickets', [
            'export' => $this->work->row->exportid,
            'hashes' => array_keys($bundle),
        ]);
        $tickets = array_column($answers, 'ticket', 'contenthash');
        $requests = function () use ($bundle, $tickets): \Generator {
            foreach ($bundle as $contenthash => $bytes) {
                if (!isset($tickets[$contenthash])) {
                    $this->troubles[$contenthash] = new trouble('content_missing');
                    continue;
                }
                yield $this->fetch_one($contenthash, $bytes, (string) $tickets[$contenthash]);
            }
        };
        $this->wait_for((new EachPromise($requests(), ['concurrency' => config::paralleltransfers()]))->promise());
    }

    /**
     * Fetches one.
     *
     * @param string $contenthash
     * @param int $bytes
     * @param string $ticket
     * @return PromiseInterface
     */
    private function fetch_one(string $contenthash, int $bytes, string $ticket): PromiseInterface {
        $part = new part_file($this->store->path("$contenthash.part"), $bytes);
        $this->parts[$contenthash] = $part;
        // Who died before keeping what had come has left all of it; asked for what follows, a server sends it from the beginning.
        $come = $part->is_whole() ? new FulfilledPromise(null) : $this->request(self::SCRIPT, ['ticket' => $ticket], $part);
        return $come->then(
            fn() => $this->finish($contenthash),
            fn($why) => $this->note($contenthash, $why),
        )->then(null, fn($why) => $this->note($contenthash, $why));
    }

    /**
     * Begins a request whose body goes into a file.
     *
     * @param string $script
     * @param array $params
     * @param part_file $part
     * @return PromiseInterface
     */
    private function request(string $script, array $params, part_file $part): PromiseInterface {
        return $this->client->requestAsync('POST', "{$this->remote->url}/$script", [
            'form_params' => $params,
            'headers' => $part->headers(),
            'sink' => $part->handle(),
            'on_headers' => $part->expect(...),
            'allow_redirects' => false,
            'http_errors' => false,
            'decode_content' => false,
            'expect' => false,
            'connect_timeout' => self::CONNECT,
            'curl' => [CURLOPT_BUFFERSIZE => self::PIECE, CURLOPT_LOW_SPEED_LIMIT => 1, CURLOPT_LOW_SPEED_TIME => self::STALL],
        ]);
    }

    /**
     * Takes in what has come.
     *
     * @param string $contenthash
     */
    private function finish(string $contenthash): void {
        $part = $this->let_go($contenthash);
        $path = $this->paths[$contenthash] ?? null;
        if (filesize($part->path) === 0 && $contenthash !== sha1('')) {
            throw new trouble('transfer_cut');
        }
        $taken = $path === null ? $this->store->add($contenthash, $part->path) : rename($part->path, $path);
        if (!$taken) {
            // Bits were turned over, on the way or on the other disk: none of it is of use.
            $this->done -= $part->length();
            unlink($part->path);
            throw new trouble('export_broken');
        }
    }

    /**
     * Notes what went wrong with one; the others go on.
     *
     * @param string $contenthash
     * @param mixed $why
     */
    private function note(string $contenthash, $why): void {
        if (isset($this->parts[$contenthash]) && $contenthash !== '') {
            $this->done -= $this->parts[$contenthash]->length();
            $this->let_go($contenthash);
        }
        for ($cause = $why; $cause instanceof \Throwable; $cause = $cause->getPrevious()) {
            if ($cause instanceof trouble) {
                $this->troubles[$contenthash] = $cause;
                return;
            }
        }
        $context = is_object($why) && method_exists($why, 'getHandlerContext') ? $why->getHandlerContext() : [];
        $reason = answers::reason_of_line([
            'error' => (int) ($context['errno'] ?? 0),
            'status' => (int) ($context['http_code'] ?? 0),
            'blocked' => $context === [] && $why instanceof \GuzzleHttp\Exception\RequestException,
        ]);
        // A line that breaks in the middle is a cut, whatever curl calls it.
        $cut = in_array($reason, [null, 'unreachable', 'http_error'], true);
        $this->troubles[$contenthash] = new trouble($cut ? disk::reason('transfer_cut') : $reason);
    }

    /**
     * Closes one that is no longer on its way.
     *
     * @param string $contenthash
     * @return part_file
     */
    private function let_go(string $contenthash): part_file {
        $part = $this->parts[$contenthash];
        unset($this->parts[$contenthash]);
        $this->done += $part->length();
        $part->close();
        return $part;
    }

    /**
     * Waits for requests, and shows meanwhile how far they are.
     *
     * @param PromiseInterface $promise
     */
    private function wait_for(PromiseInterface $promise): void {
        $shown = 0;
        while (Is::pending($promise)) {
            try {
                $this->client->requests->tick();
            } catch (\RuntimeException $e) {
                // What came could not be written.
                throw new trouble(disk::reason('temp_unwritable'));
            }
            Utils::queue()->run();
            if ($shown === time()) {
                continue;
            }
            $shown = time();
            $bytes = $this->done + array_sum(array_map(fn(part_file $part): int => $part->length(), $this->parts));
            $all = max(1, (int) $this->work->row->bytes);
            $this->work->beat(['share' => (int) min(100, intdiv($bytes * 100, $all)), 'bytesdone' => $bytes]);
        }
    }
}
