import type {PhpCall} from './phpCall.ts';
import type {Php} from './phpFile.ts';
import {phpTexts, type PhpScope} from './phpText.ts';
import {textOf} from './pattern.ts';

/** A call of `$DB` on one table, with the columns it names. */
export type DatabaseCall = {readonly table: string; readonly columns: readonly string[]};

/** Where a method of `$DB` takes columns: `keys` are arrays or objects by column, `names` single ones, `lists` several in one text. */
type Positions = {readonly keys?: readonly number[]; readonly names?: readonly number[]; readonly lists?: readonly number[]};

const BY_CONDITIONS: Positions = {keys: [1], lists: [2, 3]};
const METHODS: Readonly<Record<string, Positions>> = {
    get_record: {keys: [1], lists: [2]},
    get_records: BY_CONDITIONS,
    get_records_menu: BY_CONDITIONS,
    get_recordset: BY_CONDITIONS,
    get_records_list: {names: [1], lists: [3, 4]},
    get_recordset_list: {names: [1], lists: [3, 4]},
    get_record_select: {lists: [3]},
    get_records_select: {lists: [3, 4]},
    get_records_select_menu: {lists: [3, 4]},
    get_recordset_select: {lists: [3, 4]},
    get_field: {names: [1], keys: [2]},
    get_field_select: {names: [1]},
    get_fieldset: {names: [1], keys: [2]},
    get_fieldset_select: {names: [1]},
    set_field: {names: [1], keys: [3]},
    set_field_select: {names: [1]},
    record_exists: {keys: [1]},
    record_exists_select: {},
    count_records: {keys: [1]},
    count_records_select: {},
    insert_record: {keys: [1]},
    insert_record_raw: {keys: [1]},
    insert_records: {},
    update_record: {keys: [1]},
    update_record_raw: {keys: [1]},
    import_record: {keys: [1]},
    delete_records: {keys: [1]},
    delete_records_list: {names: [1]},
    delete_records_select: {},
    delete_records_subquery: {names: [1]},
};

export function databaseCall(call: PhpCall, scope: PhpScope): DatabaseCall | null {
    const positions = METHODS[call.name];
    const [table] = call.args[0] === undefined ? [] : phpTexts(call.args[0], scope);
    const name = table === undefined ? null : textOf(table);
    if (call.sort !== 'method' || !/^(DB|db)$/.test(call.on) || positions === undefined || name === null) {
        return null;
    }
    const at = (index: number): readonly Php[] => (call.args[index] === undefined ? [] : [call.args[index]]);
    return {
        table: name,
        columns: [
            ...(positions.keys ?? []).flatMap(at).flatMap(keysOf),
            ...(positions.names ?? []).flatMap(at).flatMap(node => (node.kind === 'string' ? namesIn(String(node['value'])) : [])),
            ...(positions.lists ?? []).flatMap(at).flatMap(node => (node.kind === 'string' ? namesIn(String(node['value'])) : [])),
        ],
    };
}

function keysOf(node: Php): readonly string[] {
    if (node.kind === 'cast') {
        return keysOf(node['expr'] as Php);
    }
    if (node.kind !== 'array') {
        return [];
    }
    return (node['items'] as readonly Php[]).flatMap(item => {
        const key = item.kind === 'entry' ? item['key'] as Php | null : null;
        return key?.kind === 'string' ? [String(key['value'])] : [];
    });
}

/** `userid, timedue DESC`; an expression is more than this reads. */
function namesIn(list: string): readonly string[] {
    const parts = list.split(',').map(part => part.trim().replace(/\s+(asc|desc)$/i, '').replace(/^distinct\s+/i, ''));
    return parts.every(part => /^[a-z_][a-z0-9_]*$/i.test(part)) ? parts : [];
}
