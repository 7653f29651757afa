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

use local_dolibarr\local\outbox\destination;
use local_dolibarr\local\rules\presets;

/**
 * A Dolibarr, and how it is told, as administrators have set it up.
 *
 * @package    local_dolibarr
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class dolibarr {
    /** @var string[] Ways to keep in Dolibarr what Moodle tells; the last one is written by whoever sets it up. */
    public const WAYS = ['registry', 'extrafields', 'agenda', 'agefodd', 'own'];

    /** @var string[] Where the ways that ask for a path lead at first. */
    public const PATHS = [
        'registry' => '/moodle/events',
        'agefodd' => '/agefodd/sessions/trainee',
    ];

    /**
     * A Dolibarr.
     *
     * @param string $way
     * @param int $id
     * @param string $title
     * @param string $url
     * @param string $key
     * @param int $entity
     * @param bool $active
     * @param string[] $kinds
     * @param int $since
     * @param string $path
     * @param string $people
     * @param int $owner
     * @param array $templates
     */
    public function __construct(
        /** @var string How it keeps what it is told: one of the ways. */
        public readonly string $way,
        /** @var int Its number; 0 for one that is not kept yet. */
        public readonly int $id = 0,
        /** @var string What people call it. */
        public readonly string $title = '',
        /** @var string Its address. */
        public readonly string $url = '',
        /** @var string The API key, encrypted. */
        public readonly string $key = '',
        /** @var int With Multicompany, the entity; 0 for none. */
        public readonly int $entity = 0,
        /** @var bool Whether it is told anything. */
        public readonly bool $active = true,
        /** @var string[] What it is told. */
        public readonly array $kinds = [],
        /** @var int What happened before is not told. */
        public readonly int $since = 0,
        /** @var string The path of the registry or of Agefodd. */
        public readonly string $path = '',
        /** @var string What people are there: contacts, users or members. */
        public readonly string $people = 'contacts',
        /** @var int The user there to whom agenda events belong. */
        public readonly int $owner = 1,
        /** @var array Method, path and body by kind, where they are written by whoever set it up. */
        public readonly array $templates = [],
    ) {
    }

    /**
     * A new one, as its form begins: it is told what happens from now on.
     *
     * @param string $way
     * @return self|null where there is no such way
     */
    public static function fresh(string $way): ?self {
        return in_array($way, self::WAYS, true) ? new self(
            way: $way,
            title: get_string("destination:$way", 'local_dolibarr'),
            kinds: self::kinds_of($way),
            since: \core\di::get(\core\clock::class)->time(),
            path: self::PATHS[$way] ?? '',
        ) : null;
    }

    /**
     * What a way tells where nothing else is chosen.
     *
     * @param string $way
     * @return string[]
     */
    public static function kinds_of(string $way): array {
        return presets::kinds_of($way);
    }

    /**
     * The same with something else in it.
     *
     * @param array $changes
     * @return self
     */
    public function with(array $changes): self {
        return new self(...($changes + get_object_vars($this)));
    }

    /**
     * The name by which messages know it.
     *
     * @return string
     */
    public function name(): string {
        return "$this->way-$this->id";
    }

    /**
     * Where messages for it go.
     *
     * @return destination
     */
    public function destination(): destination {
        return new destination($this->name(), $this->title, $this->address(), $this->headers(...), $this->kinds, $this->since);
    }

    /**
     * What every request bears.
     *
     * @return string[]
     */
    private function headers(): array {
        $entity = $this->entity > 0 ? ['DOLAPIENTITY' => (string) $this->entity] : [];
        return ['DOLAPIKEY' => $this->readable_key()] + $entity;
    }

    /**
     * What the presets ask of a Dolibarr.
     *
     * @return array as in rules/presets.ts
     */
    public function setup(): array {
        return [
            'registrypath' => $this->path,
            'extrafieldsof' => $this->people,
            'agendaowner' => $this->owner,
            'agefoddpath' => $this->path,
        ];
    }

    /**
     * The template of a kind of message.
     *
     * @param string $kind
     * @return template
     */
    public function template(string $kind): template {
        return new template(...($this->templates[$kind] ?? []));
    }

    /**
     * The key.
     *
     * @return string empty where the site's own key cannot read it
     */
    private function readable_key(): string {
        try {
            return \core\encryption::decrypt($this->key);
        } catch (\moodle_exception) {
            return '';
        }
    }

    /**
     * The address that all paths begin with.
     *
     * @return string
     */
    private function address(): string {
        $url = rtrim($this->url, '/');
        return str_ends_with($url, '/api/index.php') ? $url : "$url/api/index.php";
    }
}
