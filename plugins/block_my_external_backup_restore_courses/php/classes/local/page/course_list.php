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

namespace block_my_external_backup_restore_courses\local\page;

use block_my_external_backup_restore_courses\local\remote\remotes;
use block_my_external_backup_restore_courses\local\rules\choices;

/**
 * A list of courses to bring: server, course, user, and what is optional. Nothing of it is asked for while a line is wrong.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class course_list {
    /** @var string[] Columns that each line has. */
    private const NEEDED = ['server', 'course', 'user'];

    /** @var string[] Columns that a list may have. */
    private const OPTIONAL = ['category', 'userdata', 'enrolment', 'notbefore'];

    /** @var array[] What is wrong: line, column and problem. */
    private array $problems = [];

    /** @var array[] What is asked for, by line: person, wanted and notbefore. */
    private array $wishes = [];

    /**
     * Reads a list, and asks the servers about each course.
     *
     * @param string $text with a line of headings
     */
    public function __construct(string $text) {
        $lines = preg_split('/\R/u', preg_replace('/^\xEF\xBB\xBF/', '', $text));
        $separator = substr_count($lines[0], ';') > substr_count($lines[0], ',') ? ';' : ',';
        $headings = str_getcsv($lines[0], $separator, '"', '');
        $columns = array_map(static fn(?string $name): string => strtolower(trim((string) $name)), $headings);
        $this->check_columns($columns);
        if ($this->problems !== []) {
            return;
        }
        foreach (array_slice($lines, 1, null, true) as $index => $line) {
            if (trim($line) !== '') {
                $this->read($index + 1, $columns, str_getcsv($line, $separator, '"', ''));
            }
        }
        if ($this->problems === [] && $this->wishes === []) {
            $this->wrong(1, '', 'list:empty');
        }
    }

    /**
     * What is wrong, by line and column.
     *
     * @return array[]
     */
    public function problems(): array {
        return $this->problems;
    }

    /**
     * Asks for all of it.
     *
     * @return int how many courses were asked for
     */
    public function run(): int {
        $asked = 0;
        foreach ($this->wishes as $line => [$person, $wanted, $notbefore]) {
            $answer = asking::ask($person, $wanted, $notbefore);
            $asked += $answer['problem'] === '' ? 1 : 0;
            if ($answer['problem'] !== '') {
                $this->problems[] = ['line' => $line, 'column' => '', 'problem' => $answer['problem']];
            }
        }
        return $asked;
    }

    /**
     * For the page.
     *
     * @return array
     */
    public function export(): array {
        return [
            'sound' => $this->problems === [],
            'verdict' => $this->problems === []
                ? get_string('list:sound', 'block_my_external_backup_restore_courses', count($this->wishes))
                : get_string('list:unsound', 'block_my_external_backup_restore_courses'),
            'problems' => $this->problems,
        ];
    }

    /**
     * Holds the headings against what a list may have.
     *
     * @param string[] $columns
     */
    private function check_columns(array $columns): void {
        foreach (array_diff(self::NEEDED, $columns) as $missing) {
            $this->wrong(1, $missing, 'list:nocolumn');
        }
        foreach (array_diff($columns, self::NEEDED, self::OPTIONAL) as $unknown) {
            $this->wrong(1, $unknown, 'list:unknowncolumn');
        }
    }

    /**
     * Reads a line.
     *
     * @param int $line
     * @param string[] $columns
     * @param array $values
     */
    private function read(int $line, array $columns, array $values): void {
        if (count($values) !== count($columns)) {
            $this->wrong($line, '', 'list:width');
            return;
        }
        $given = array_map(static fn($value): string => trim((string) $value), array_combine($columns, $values))
            + array_fill_keys(self::OPTIONAL, '');
        $before = count($this->problems);
        $person = $this->person($line, $given['user']);
        $wanted = [
            'remote' => $this->server($line, $given['server']),
            'remotecourse' => $this->number($line, 'course', $given['course']),
            'target' => $given['category'] === 'original' ? 'original' : 'new',
            'categoryid' => $this->category($line, $given['category']),
            'targetcourse' => 0,
            'withusers' => $this->flag($line, 'userdata', $given['userdata']),
            'enrolment' => $given['enrolment'] === ''
                ? choices::ENROLMENT : $this->number($line, 'enrolment', $given['enrolment'], 0),
        ];
        $notbefore = $this->moment($line, $given['notbefore']);
        if ($person === null || count($this->problems) > $before) {
            return;
        }
        $answer = asking::ask($person, $wanted, $notbefore, true);
        if ($answer['problem'] !== '') {
            $this->problems[] = ['line' => $line, 'column' => 'course', 'problem' => $answer['problem']];
            return;
        }
        $this->wishes[$line] = [$person, $wanted, $notbefore];
    }

    /**
     * A person, by user name, or by e-mail address where one has it alone.
     *
     * @param int $line
     * @param string $value
     * @return \stdClass|null
     */
    private function person(int $line, string $value): ?\stdClass {
        global $DB;
        $field = str_contains($value, '@') ? 'email' : 'username';
        $active = ['deleted' => 0, 'suspended' => 0, 'confirmed' => 1];
        $found = $value === '' ? [] : $DB->get_records('user', [$field => $value] + $active, '', '*', 0, 2);
        if (count($found) !== 1) {
            $this->wrong($line, 'user', 'list:nouser');
            return null;
        }
        return reset($found);
    }

    /**
     * A server, by its address or its name.
     *
     * @param int $line
     * @param string $value
     * @return string
     */
    private function server(int $line, string $value): string {
        foreach (remotes::all() as $remote) {
            if (in_array(rtrim($value, '/'), [$remote->url, $remote->name()], true)) {
                return $remote->url;
            }
        }
        $this->wrong($line, 'server', 'list:noserver');
        return '';
    }

    /**
     * A category, by its id or ID number; none for the default one.
     *
     * @param int $line
     * @param string $value
     * @return int
     */
    private function category(int $line, string $value): int {
        global $DB;
        if ($value === '' || $value === 'original') {
            return 0;
        }
        $named = ctype_digit($value) ? ['id' => (int) $value] : ['idnumber' => $value];
        $id = $DB->get_field('course_categories', 'id', $named, IGNORE_MULTIPLE);
        if (!$id) {
            $this->wrong($line, 'category', 'list:nocategory');
        }
        return (int) $id;
    }

    /**
     * A whole number.
     *
     * @param int $line
     * @param string $column
     * @param string $value
     * @param int $least
     * @return int
     */
    private function number(int $line, string $column, string $value, int $least = 1): int {
        if (!ctype_digit($value) || strlen($value) > 18 || (int) $value < $least) {
            $this->wrong($line, $column, 'list:nonumber');
            return $least;
        }
        return (int) $value;
    }

    /**
     * Yes or no, as 1 or 0.
     *
     * @param int $line
     * @param string $column
     * @param string $value
     * @return bool
     */
    private function flag(int $line, string $column, string $value): bool {
        if (!in_array($value, ['', '0', '1'], true)) {
            $this->wrong($line, $column, 'list:noflag');
        }
        return $value === '1';
    }

    /**
     * A date, as YYYY-MM-DD with a time or without, in the time zone of the site.
     *
     * @param int $line
     * @param string $value
     * @return int
     */
    private function moment(int $line, string $value): int {
        if ($value === '') {
            return 0;
        }
        $zone = \core_date::get_server_timezone_object();
        $date = \DateTime::createFromFormat('!Y-m-d H:i', $value, $zone) ?: \DateTime::createFromFormat('!Y-m-d', $value, $zone);
        if (!$date || !in_array($value, [$date->format('Y-m-d'), $date->format('Y-m-d H:i')], true)) {
            $this->wrong($line, 'notbefore', 'list:nodate');
            return 0;
        }
        return $date->getTimestamp();
    }

    /**
     * Notes a mistake.
     *
     * @param int $line
     * @param string $column
     * @param string $string
     */
    private function wrong(int $line, string $column, string $string): void {
        $problem = get_string($string, 'block_my_external_backup_restore_courses', $column);
        $this->problems[] = ['line' => $line, 'column' => $column, 'problem' => $problem];
    }
}
