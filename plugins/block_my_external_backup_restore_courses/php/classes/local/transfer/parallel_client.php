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

use core\http_client;
use GuzzleHttp\Handler\CurlMultiHandler;
use GuzzleHttp\HandlerStack;

/**
 * Moodle's client for HTTP, with requests side by side on kept connections: whoever waits may do other things meanwhile.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class parallel_client extends http_client {
    /** @var CurlMultiHandler Does all requests. */
    public CurlMultiHandler $requests;

    #[\Override]
    protected function get_handlers(array $settings): HandlerStack {
        $this->requests = new CurlMultiHandler(['select_timeout' => 0.2]);
        $stack = parent::get_handlers($settings);
        $stack->setHandler($this->requests);
        return $stack;
    }
}
