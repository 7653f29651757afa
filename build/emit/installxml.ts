import type {Emitter, Model} from '../manifest/model.ts';
import type {SchemaField, SchemaIndex, SchemaKey, SchemaTable} from '../manifest/schema.ts';
import {schemaOf} from '../manifest/schemaOf.ts';
import {tableName} from '../manifest/tableName.ts';

/** db/install.xml, laid out as Moodle's own XMLDB editor writes it. */
export const installxml: Emitter = model => {
    const tables = Object.entries(model.spec.tables ?? {});
    if (tables.length === 0) {
        return new Map();
    }
    const schema = schemaOf(model);
    const printed = tables.flatMap(([name, {doc, fields}]) => {
        const full = tableName(model, name);
        return tableLines(full, doc, schema[full] as SchemaTable, name => docOf(fields[name]));
    });
    return new Map([['db/install.xml', `${[...head(model), ...printed, '  </TABLES>', '</XMLDB>'].join('\n')}\n`]]);
};

export function head(model: Model): readonly string[] {
    const up = '../'.repeat(model.home.split('/').length + 1);
    return [
        '<?xml version="1.0" encoding="UTF-8" ?>',
        `<XMLDB PATH="${model.home}/db" VERSION="${String(model.spec.version).slice(0, 8)}" COMMENT="XMLDB file for Moodle ${model.home}"`,
        '    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
        `    xsi:noNamespaceSchemaLocation="${up}lib/xmldb/xmldb.xsd"`,
        '>',
        '  <TABLES>',
    ];
}

export function tableLines(name: string, doc: string, table: SchemaTable, docOfField: (name: string) => string): readonly string[] {
    const fields = Object.entries(table.fields).map(([field, definition]) => `        ${fieldTag(field, definition, docOfField(field))}`);
    const keys = Object.entries(table.keys).map(([key, definition]) => `        ${keyTag(key, definition)}`);
    const indexes = Object.entries(table.indexes).map(([index, definition]) => `        ${indexTag(index, definition)}`);
    return [
        `    <TABLE${attributes({NAME: name, COMMENT: doc})}>`,
        ...block('FIELDS', fields),
        ...block('KEYS', keys),
        ...block('INDEXES', indexes),
        '    </TABLE>',
    ];
}

function block(tag: string, lines: readonly string[]): readonly string[] {
    return lines.length === 0 ? [] : [`      <${tag}>`, ...lines, `      </${tag}>`];
}

function fieldTag(name: string, field: SchemaField, doc: string): string {
    return `<FIELD${attributes({
        NAME: name, TYPE: field.type, LENGTH: field.length, NOTNULL: field.notnull, DEFAULT: field.default,
        SEQUENCE: field.sequence ?? false, DECIMALS: field.decimals, COMMENT: doc === '' ? undefined : doc,
    })}/>`;
}

function keyTag(name: string, key: SchemaKey): string {
    const refersTo = key.reftable === undefined ? {} : {REFTABLE: key.reftable, REFFIELDS: 'id'};
    return `<KEY${attributes({NAME: name, TYPE: key.type, FIELDS: key.fields.join(', '), ...refersTo})}/>`;
}

function indexTag(name: string, index: SchemaIndex): string {
    return `<INDEX${attributes({NAME: name, UNIQUE: index.unique, FIELDS: index.fields.join(', ')})}/>`;
}

function attributes(values: Readonly<Record<string, string | number | boolean | undefined>>): string {
    return Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${escaped(String(value))}"`])).join('');
}

function escaped(text: string): string {
    return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function docOf(column: object | undefined): string {
    return column !== undefined && 'doc' in column && typeof column.doc === 'string' ? column.doc : '';
}
