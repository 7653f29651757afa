/** A plugin's tables as XMLDB knows them: what install.xml prints, what a released snapshot keeps, what an upgrade compares. */

export type SchemaField = {
    readonly type: 'int' | 'number' | 'char' | 'text';
    readonly length?: number;
    readonly decimals?: number;
    readonly notnull: boolean;
    readonly default?: string | number;
    readonly sequence?: true;
};
export type SchemaKey = {
    readonly type: 'primary' | 'unique' | 'foreign' | 'foreign-unique';
    readonly fields: readonly string[];
    /** Full table name; foreign keys always point at its id. */
    readonly reftable?: string;
};
export type SchemaIndex = {readonly unique: boolean; readonly fields: readonly string[]};
export type SchemaTable = {
    readonly fields: {readonly [name: string]: SchemaField};
    readonly keys: {readonly [name: string]: SchemaKey};
    readonly indexes: {readonly [name: string]: SchemaIndex};
};
/** By full table name, without the site's prefix. */
export type Schema = {readonly [table: string]: SchemaTable};

/** What plugins/X/schema/<version>.json holds. */
export type Released = {readonly version: number; readonly tables: Schema};
