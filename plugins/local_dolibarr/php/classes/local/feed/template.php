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

use local_dolibarr\local\rules\templates;

/**
 * A request as an administrator has written it: names in braces stand for what a message tells.
 *
 * @package    local_dolibarr
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class template {
    /** @var string[] Methods that tell something. */
    public const METHODS = ['POST', 'PUT', 'PATCH'];

    /** @var int No body is longer, in bytes. */
    public const LONGEST = 20000;

    /** @var int Values stand no deeper in each other. */
    private const DEPTH = 32;

    /**
     * A template.
     *
     * @param string $method
     * @param string $path
     * @param string $body
     */
    public function __construct(
        /** @var string Of HTTP. */
        public readonly string $method = 'POST',
        /** @var string Below the API. */
        public readonly string $path = '',
        /** @var string JSON. */
        public readonly string $body = '',
    ) {
    }

    /**
     * What is wrong with it.
     *
     * @param string $kind of message
     * @return string[] words by field
     */
    public function problems(string $kind): array {
        return array_filter(['path' => $this->problem_of_path($kind), 'body' => $this->problem_of_body($kind)]);
    }

    /**
     * What the path lacks for a message.
     *
     * @param array $fields of the envelope, as in rules/envelope.ts
     * @return string[] names
     */
    public function lacks(array $fields): array {
        return templates::empty_in($this->path, $fields);
    }

    /**
     * The body for a message.
     *
     * @param array $fields of the envelope, as in rules/envelope.ts
     * @return array
     */
    public function filled(array $fields): array {
        $tree = json_decode($this->body, false, self::DEPTH, JSON_THROW_ON_ERROR);
        return (array) self::filled_node($tree, $fields);
    }

    /**
     * What is wrong with the path.
     *
     * @param string $kind
     * @return string
     */
    private function problem_of_path(string $kind): string {
        if (preg_match('~[^A-Za-z0-9_./{}-]~', $this->path)) {
            return get_string('template:characters', 'local_dolibarr');
        }
        return self::words(templates::slip_in_path($this->path, $kind));
    }

    /**
     * What is wrong with the body.
     *
     * @param string $kind
     * @return string
     */
    private function problem_of_body(string $kind): string {
        if (strlen($this->body) > self::LONGEST) {
            return get_string('template:long', 'local_dolibarr', self::LONGEST);
        }
        $tree = json_decode($this->body, true, self::DEPTH);
        if (!is_array($tree) || $tree === []) {
            return get_string('template:nojson', 'local_dolibarr', json_last_error_msg());
        }
        $slips = [];
        array_walk_recursive($tree, static function (mixed $leaf) use ($kind, &$slips): void {
            $slips[] = is_string($leaf) ? self::words(templates::slip_in($leaf, $kind), $leaf) : '';
        });
        return implode(' ', array_filter($slips));
    }

    /**
     * A slip in words.
     *
     * @param string $slip as in rules/templates.ts
     * @param string $where
     * @return string
     */
    private static function words(string $slip, string $where = ''): string {
        return $slip === 'none' ? '' : get_string("template:$slip", 'local_dolibarr', $where);
    }

    /**
     * A node of the body with what a message tells in the place of names.
     *
     * @param mixed $node
     * @param array $fields
     * @return mixed
     */
    private static function filled_node(mixed $node, array $fields): mixed {
        if (is_object($node) || is_array($node)) {
            $filled = array_map(static fn(mixed $one): mixed => self::filled_node($one, $fields), (array) $node);
            return is_object($node) ? (object) $filled : $filled;
        }
        if (!is_string($node)) {
            return $node;
        }
        $branch = templates::branch_of($node, $fields);
        $value = templates::value_of($node, $fields);
        return $branch === [] ? ($value['whole'] ?? $value['text']) : fields::tree($branch);
    }
}
