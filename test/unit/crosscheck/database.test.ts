import {describe, expect, it} from 'vitest';
import {foundIn, phpWith} from './foundIn.ts';

const sql = (text: string): Readonly<Record<string, string>> => phpWith(`return $DB->get_records_sql("${text}");`);

describe('the cross-check of the database', () => {
    it('finds a table that is not there, in a call and in SQL', () => {
        expect(foundIn(phpWith("return $DB->get_records('local_small_deu');"))).toEqual([
            "php/classes/local/tried.php:5 unknown-table {local_small_deu}: no such table in the manifest's `tables`. Did you mean 'local_small_due'?",
        ]);
        expect(foundIn(sql('SELECT id FROM {local_small_deu}'))[0]).toContain('unknown-table');
    });

    it("leaves Moodle's own tables alone, and those of a plugin that came before", () => {
        expect(foundIn(phpWith("return $DB->get_records('user', ['nonsense' => 1]);"))).toEqual([]);
        expect(foundIn(phpWith("if ($DB->get_manager()->table_exists('local_small_old')) {\nreturn $DB->get_records('local_small_old');\n}"))).toEqual([]);
    });

    it('finds columns that are not there in conditions, records, sort orders and fields', () => {
        const wrong = [
            "$DB->get_record('local_small_due', ['usrid' => 1]);",
            "$DB->insert_record('local_small_due', (object) ['userid' => 1, 'timedeu' => 2]);",
            "$DB->get_records('local_small_due', [], 'timedue DESC, nme');",
            "$DB->set_field('local_small_due', 'tme', 1, ['id' => 2]);",
            "$DB->get_field('local_small_due', 'userid', ['idd' => 2]);",
        ];
        const found = foundIn(phpWith(wrong.join('\n')));
        expect(found.map(line => /:(\d+) unknown-column .* has no column '(\w+)'/.exec(line)?.slice(1))).toEqual(
            [['5', 'usrid'], ['6', 'timedeu'], ['7', 'nme'], ['8', 'tme'], ['9', 'idd']],
        );
    });

    it('finds a column that is not there behind an alias, in a text that is put together as well', () => {
        expect(foundIn(sql('SELECT d.timedue, d.tmedue FROM {local_small_due} d JOIN {user} u ON u.id = d.userid WHERE u.nonsense = 1'))).toEqual([
            expect.stringContaining("has no column 'tmedue'. Did you mean 'timedue'?"),
        ]);
        expect(foundIn(phpWith('$DB->execute("UPDATE {local_small_due} d SET timedue = 1 WHERE {$value}" . " AND d.usrid = 3");'))).toHaveLength(1);
    });

    it('says nothing of an alias that stands for two tables, of placeholders and of quoted text', () => {
        expect(foundIn(sql("SELECT x.id FROM {local_small_due} x WHERE EXISTS (SELECT 1 FROM {user} x WHERE x.email = :x)"))).toEqual([]);
        expect(foundIn(sql("SELECT d.id FROM {local_small_due} d WHERE 'd.nothing' = :d"))).toEqual([]);
    });
});
