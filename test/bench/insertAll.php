<?php
/** Inserts rows a thousand at a time. */
function insert_all(string $table, array $rows): void {
    global $DB;
    foreach (array_chunk($rows, 1000) as $some) {
        $columns = array_keys($some[0]);
        $places = implode(',', array_fill(0, count($some), '(' . implode(',', array_fill(0, count($columns), '?')) . ')'));
        $DB->execute("INSERT INTO {" . $table . "} (" . implode(',', $columns) . ") VALUES $places", array_merge(...array_map('array_values', $some)));
    }
}
