<?php
// Holds two courses of a site against each other: every row of every table that belongs to them, and their files by hash. What differs only
// by ids that stand for the same thing in each, or by moments of this hour, is equal. Prints JSON: rows by table, and what differs.

define('CLI_SCRIPT', true);
require(getenv('MOODLE_SITE_DIR') . '/config.php');

/** The rows that belong to a course, by table, in the order in which they were made. */
final class course_rows {
    /** @var string[] What is no content: logs, caches, and what Moodle still has to do. */
    private const NOT_CONTENT = '/^(log|logstore_.*|task_.*|backup_.*|cache_.*|sessions|stats_.*|upgrade_.*|config.*|message.*|notifications|search_.*'
        . '|tool_recyclebin_.*|block_my_external_.*|user|role|modules|course_categories|scale_history|grade_.*_history|favourite|user_lastaccess'
        . '|block_recently.*|context)$/';

    /** @var string[] Columns that hold a course. */
    private const COURSE = ['course', 'courseid'];

    /** @var stdClass[][] By table and id. */
    public array $rows = [];

    /** @var string[][] Columns with numbers, by table. */
    private array $columns = [];

    public function __construct(private readonly int $courseid) {
        global $DB;
        foreach ($DB->get_tables() as $table) {
            if (!preg_match(self::NOT_CONTENT, $table)) {
                $numbers = array_filter($DB->get_columns($table), static fn($column): bool => in_array($column->meta_type, ['I', 'R'], true));
                $this->columns[$table] = array_keys($numbers);
            }
        }
        $this->take('course', $DB->get_records('course', ['id' => $courseid]));
        $path = \core\context\course::instance($courseid)->path;
        $contexts = $DB->get_fieldset_sql("SELECT id FROM {context} WHERE path = ? OR path LIKE ? ORDER BY id", [$path, "$path/%"]);
        $this->rows['context'] = array_combine($contexts, array_map(static fn($id): stdClass => (object) ['id' => $id], $contexts));
        foreach ($this->columns as $table => $columns) {
            foreach (array_intersect(self::COURSE, $columns) as $column) {
                $this->take($table, $DB->get_records($table, [$column => $courseid], 'id'));
            }
            foreach (preg_grep('/contextid$/', $columns) as $column) {
                $this->take_by($table, $column, $contexts);
            }
        }
        $this->follow();
        array_walk($this->rows, static fn(array &$rows) => ksort($rows));
        ksort($this->rows);
    }

    /** Takes the rows that belong to rows that were taken, until there are no more. */
    private function follow(): void {
        global $DB;
        $references = $this->references();
        do {
            $before = array_sum(array_map('count', $this->rows));
            foreach ($references as [$table, $column, $to]) {
                $this->take_by($table, $column, array_keys($this->rows[$to] ?? []));
            }
            // Questions belong to their versions, and not the other way round.
            $this->take_by('question', 'id', array_column($this->rows['question_versions'] ?? [], 'questionid'));
        } while (array_sum(array_map('count', $this->rows)) > $before);
    }

    /** Columns that name a row of another table: by key, or by name as in quizid. */
    private function references(): array {
        global $DB;
        $references = [];
        foreach ($DB->get_manager()->get_install_xml_schema()->getTables() as $table) {
            foreach ($table->getKeys() as $key) {
                if (in_array($key->getType(), [XMLDB_KEY_FOREIGN, XMLDB_KEY_FOREIGN_UNIQUE], true) && count($key->getFields()) === 1) {
                    $references[] = [$table->getName(), $key->getFields()[0], $key->getRefTable()];
                }
            }
        }
        foreach ($this->columns as $table => $columns) {
            foreach ($columns as $column) {
                $name = preg_replace('/id$/', '', $column);
                $references[] = [$table, $column, in_array($name, ['coursemodule', 'cm'], true) ? 'course_modules' : $name];
            }
        }
        $inside = fn(array $one): bool => in_array($one[1], $this->columns[$one[0]] ?? [], true) && isset($this->columns[$one[2]]) && $one[2] !== 'course';
        return array_unique(array_filter($references, $inside), SORT_REGULAR);
    }

    private function take_by(string $table, string $column, array $values): void {
        global $DB;
        foreach (array_chunk($values, 500) as $some) {
            $this->take($table, $DB->get_records_list($table, $column, $some, 'id'));
        }
    }

    private function take(string $table, array $rows): void {
        // Core's command restores as nobody, who then has completed a page.
        $rows = $table === 'course_modules_completion' ? array_filter($rows, static fn(stdClass $row): bool => $row->userid > 0) : $rows;
        if ($rows !== []) {
            $this->rows[$table] = ($this->rows[$table] ?? []) + $rows;
        }
    }
}

/** Tells what differs. */
final class comparison {
    /** @var string[] What belongs to the one course and not to what it holds: names, places in lists, digests over ids, and who restored it. */
    private const OWN = [
        'course' => ['fullname', 'shortname', 'sortorder', 'cacherev'], 'files' => ['pathnamehash'], 'event' => ['uuid', 'userid'],
        'question_categories' => ['stamp'], 'role_assignments' => ['modifierid'], 'user_enrolments' => ['modifierid'],
        'block_recent_activity' => ['userid'],
    ];

    /** @var string[] Nobody is logged in where core's command restores, and so it leaves these behind. */
    private const NOT_BY_COMMAND = ['role_capabilities'];

    /** @var int Moments since then are those of the restore. */
    private readonly int $since;

    /** @var string[] */
    public array $differences = [];

    /** @var array Place of each id in its table, by table. */
    private array $places = [[], []];

    public function __construct(private readonly course_rows $one, private readonly course_rows $other) {
        $this->since = time() - HOURSECS;
        foreach ([$one, $other] as $index => $course) {
            foreach ($course->rows as $table => $rows) {
                $this->places[$index][$table] = array_flip(array_keys($rows));
            }
        }
        $tables = array_unique([...array_keys($one->rows), ...array_keys($other->rows)]);
        foreach (array_diff($tables, self::NOT_BY_COMMAND) as $table) {
            $this->compare($table, array_values($one->rows[$table] ?? []), array_values($other->rows[$table] ?? []));
        }
    }

    private function compare(string $table, array $rows, array $others): void {
        if (count($rows) !== count($others)) {
            $this->differences[] = "$table: " . count($rows) . ' rows and ' . count($others);
            return;
        }
        foreach ($rows as $index => $row) {
            foreach (array_diff(array_keys((array) $row), self::OWN[$table] ?? []) as $column) {
                if (!$this->is_same((string) $row->$column, (string) $others[$index]->$column)) {
                    $this->differences[] = "$table.$column in row $index: " . substr("{$row->$column}", 0, 200) . ' | ' . substr("{$others[$index]->$column}", 0, 200);
                }
            }
        }
    }

    /** The same, but for numbers that stand for the same. */
    private function is_same(string $value, string $other): bool {
        if ($value === $other) {
            return true;
        }
        // Settings of blocks are kept so.
        if (preg_match('~^[\w+/]{20,}=*$~', $value)) {
            [$value, $other] = [base64_decode($value), base64_decode($other)];
        }
        $numbers = '/(?<![\w.])\d{1,18}(?![\w.]*\w)/';
        if (preg_replace($numbers, '#', $value) !== preg_replace($numbers, '#', $other)) {
            return false;
        }
        preg_match_all($numbers, $value, $found);
        preg_match_all($numbers, $other, $others);
        foreach ($found[0] as $index => $number) {
            if (!$this->stands_for_same((int) $number, (int) $others[0][$index])) {
                return false;
            }
        }
        return true;
    }

    private function stands_for_same(int $number, int $other): bool {
        if ($number === $other || min($number, $other) > $this->since) {
            return true;
        }
        foreach ($this->places[0] as $table => $places) {
            if (isset($places[$number]) && $places[$number] === ($this->places[1][$table][$other] ?? null)) {
                return true;
            }
        }
        return false;
    }
}

[, $one, $other] = $argv;
$course = new course_rows((int) $one);
$comparison = new comparison($course, new course_rows((int) $other));
echo json_encode(['rows' => array_map('count', $course->rows), 'differences' => array_slice($comparison->differences, 0, 60)]), "\n";
