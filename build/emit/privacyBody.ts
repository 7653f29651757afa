import {phpString, phpText} from '../php/literal.ts';
import type {Belonging, Holder, KeptTable} from './personalTables.ts';

/**
 * The statements of a privacy provider, as one would write them for just these tables: grouped by the kind of context in which rows are
 * kept, and nothing for kinds that the plugin does not use.
 */
type Row = {readonly table: KeptTable; readonly belonging: Belonging};

const CLASSES: Readonly<Record<Exclude<Holder, 'any'>, string>> = {system: 'system', user: 'user', course: 'course', block: 'block'};
const HOLDERS: readonly Holder[] = ['system', 'user', 'course', 'block', 'any'];

const rowsOf = (tables: readonly KeptTable[]): readonly Row[] => tables.flatMap(table => table.belongings.map(belonging => ({table, belonging})));

export function contextStatements(tables: readonly KeptTable[]): string {
    return rowsOf(tables).map(({table, belonging: {holder, person, join, only}}) => {
        const sql = [
            `SELECT ctx.id FROM {${table.name}} t`,
            `JOIN {context} ctx ON ${join}`,
            `WHERE t.${person} = :userid${only === '' ? '' : ` AND ${only}`}`,
        ];
        const level = holder === 'any' ? '' : `, 'level' => CONTEXT_${holder.toUpperCase()}`;
        return `$contexts->add_from_sql(\n${sqlLines(sql)},\n['userid' => $userid${level}]\n);`;
    }).join('\n');
}

export function userStatements(tables: readonly KeptTable[]): string {
    return byHolder(rowsOf(tables), ({table, belonging: {person, where}}) =>
        `$userlist->add_from_sql(${phpString(person)}, ${phpString(`SELECT ${person} FROM {${table.name}}${where === '' ? '' : ` WHERE ${where}`}`)}, $params);`);
}

/** All rows of a table in a context are handed over at once: a second time would replace the first, and one row may name somebody twice. */
export function exportStatements(tables: readonly KeptTable[]): string {
    const together = tables.flatMap(table => grouped(table.belongings, ({holder}) => holder)
        .map(group => ({table, group, belonging: group[0] as Belonging})));
    return byHolder(together, ({table, group}) => {
        const more = group.slice(1).flatMap((_, at) => [`'userid${at + 1}' => $userid`]);
        const places = new Set(group.map(({where}) => where));
        const again = places.size === 1 ? [] : group.slice(1).map((_, at) => `'instanceid${at + 1}' => $context->instanceid`);
        const params = [...more, ...again].join(', ');
        return `self::export_${table.short}_rows($context, ${phpText(mineOf(group, places.size === 1)).text}, $params${params === '' ? '' : ` + [${params}]`});`;
    });
}

/** The rows of a person in a context. A parameter may stand in SQL once, so each further one has a number. */
function mineOf(group: readonly Belonging[], samePlace: boolean): string {
    const numbered = (at: number): string => (at === 0 ? '' : String(at));
    const mine = group.map(({person}, at) => `${person} = :userid${numbered(at)}`);
    if (samePlace) {
        const people = mine.length === 1 ? mine : [`(${mine.join(' OR ')})`];
        return [group[0]?.where ?? '', ...people].filter(part => part !== '').join(' AND ');
    }
    return group.map(({where}, at) => `(${where.replace(':instanceid', `:instanceid${numbered(at)}`)} AND ${mine[at]})`).join(' OR ');
}

export function deleteAllStatements(tables: readonly KeptTable[]): string {
    const once = tables.flatMap(table => grouped(table.belongings, ({holder, where}) => `${holder} ${where}`).map(group => {
        // Where the row is somebody's own, it goes; else each of its people is emptied out of it.
        const whole = group.find(({emptied}) => emptied.length === 0);
        return {table, belonging: whole ?? {...group[0] as Belonging, emptied: lastOfEach(group.flatMap(({emptied}) => emptied))}};
    }));
    return byHolder(once, ({table, belonging}) => forgetting(table, belonging, phpString(belonging.where)));
}

export function deletePeopleStatements(tables: readonly KeptTable[]): string {
    return byHolder(rowsOf(tables), ({table, belonging}) => {
        const where = `${belonging.where === '' ? '' : `${belonging.where} AND `}${belonging.person} {$insql}`;
        return forgetting(table, belonging, `"${where}"`);
    });
}

function grouped(belongings: readonly Belonging[], by: (belonging: Belonging) => string): readonly (readonly Belonging[])[] {
    return [...new Set(belongings.map(by))].map(key => belongings.filter(belonging => by(belonging) === key));
}

function forgetting(table: KeptTable, {emptied}: Belonging, where: string): string {
    const name = phpString(table.name);
    if (emptied.length > 0) {
        return emptied.map(([column, value]) =>
            `$DB->set_field_select(${name}, ${phpString(column)}, ${value === null ? 'null' : JSON.stringify(value).replaceAll('"', "'")}, ${where}, $params);`).join('\n');
    }
    return where === "''" ? `$DB->delete_records(${name});` : `$DB->delete_records_select(${name}, ${where}, $params);`;
}

function lastOfEach(emptied: Belonging['emptied']): Belonging['emptied'] {
    return [...new Map([...emptied].reverse().map(entry => [entry[0], entry])).values()].reverse();
}

function byHolder<R extends {readonly belonging: Belonging}>(rows: readonly R[], statement: (row: R) => string): string {
    return HOLDERS.flatMap(holder => {
        const statements = [...new Set(rows.filter(({belonging}) => belonging.holder === holder).map(statement))];
        if (statements.length === 0) {
            return [];
        }
        return holder === 'any' ? statements : [`if ($context instanceof \\core\\context\\${CLASSES[holder]}) {\n${statements.join('\n')}\n}`];
    }).join('\n');
}

/** What `$params` hold of a context, for the conditions of these tables. */
export function contextParams(tables: readonly KeptTable[]): string {
    const wheres = rowsOf(tables).map(({belonging: {where}}) => where).join(' ');
    return ['instanceid', 'contextid'].filter(name => wheres.includes(`:${name}`))
        .map(name => `'${name}' => $context->${name === 'contextid' ? 'id' : 'instanceid'}`).join(', ');
}

/** SQL on several lines, aligned as Moodle does. */
function sqlLines(lines: readonly string[]): string {
    return `"${lines.join('\n                     ')}"`;
}

/** How a column of a row is shown to the person. */
export function toldValue([column, as, nullable]: KeptTable['tells'][number]): string {
    const value = `$row->${column}`;
    const shown = {
        text: value,
        time: `transform::datetime(${value})`,
        bool: `transform::yesno(${value})`,
        user: `transform::user(${value})`,
    }[as];
    // No time is kept as 0.
    return as === 'time' ? `${value} ? ${shown} : null` : nullable && as !== 'text' ? `${value} === null ? null : ${shown}` : shown;
}
