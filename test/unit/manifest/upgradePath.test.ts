import {describe, expect, it} from 'vitest';
import {id, int, nullable, ref, text} from '../../../build/manifest/kinds.ts';
import type {Schema} from '../../../build/manifest/schema.ts';
import {schemaOf} from '../../../build/manifest/schemaOf.ts';
import type {TableShape} from '../../../build/manifest/shape.ts';
import {upgradePath} from '../../../build/manifest/upgradePath.ts';
import {upgrade} from '../../../build/emit/upgrade.ts';
import {modelLike} from '../write/pluginLike.ts';

type Part = Pick<TableShape, 'fields'> & Partial<TableShape>;
const tables = (parts: Readonly<Record<string, Part>>): {readonly tables: Readonly<Record<string, TableShape>>} =>
    ({tables: Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, {doc: 'A table.', personal: null, ...part}]))});
const schema = (parts: Readonly<Record<string, Part>>): Schema => schemaOf(modelLike(tables(parts)));
const told = (changes: readonly {readonly does: string; readonly table: string}[]): readonly string[] => changes.map(({does, table}) => `${does} ${table}`);

const box = {fields: {id: id(), size: int({default: 0})}};

describe('the way from a released version to this one', () => {
    it('is empty for a first release', () => {
        expect(upgrade(modelLike(tables({box}))).size).toBe(0);
    });

    it('is empty where the tables stayed the same, however a snapshot orders its keys', () => {
        const path = upgradePath(modelLike(tables({box}), [{version: 2026010100, tables: schema({box})}]));
        expect([...path.steps, ...path.last]).toEqual([]);
    });

    it('makes what is new before the data moves and drops what is old after it', () => {
        const released = [{version: 2026010100, tables: schema({old: box, box: {fields: {...box.fields, colour: nullable(text(9))}}})}];
        const path = upgradePath(modelLike(tables({box, lid: box}), released));
        expect(path.steps.flatMap(step => told(step.changes))).toEqual(['create-table local_small_lid']);
        expect(told(path.last)).toEqual(['drop-field local_small_box', 'drop-table local_small_old']);
    });

    it('drops nothing early that a version in between dropped: its data may not have moved', () => {
        const released = [
            {version: 2026010100, tables: schema({box, old: box})},
            {version: 2026020100, tables: schema({box})},
        ];
        const path = upgradePath(modelLike(tables({box}), released));
        expect(path.steps).toEqual([]);
        expect(told(path.last)).toEqual(['drop-table local_small_old']);
    });

    it('keeps a table that came back', () => {
        const released = [
            {version: 2026010100, tables: schema({box})},
            {version: 2026020100, tables: schema({})},
        ];
        expect(told(upgradePath(modelLike(tables({box}), released)).last)).toEqual([]);
    });

    it('takes a key off a column before the column changes, and puts it back after', () => {
        const before = {fields: {id: id(), userid: nullable(ref('user'))}};
        const now = {fields: {id: id(), userid: ref('user')}};
        const path = upgradePath(modelLike(tables({box: now}), [{version: 2026010100, tables: schema({box: before})}]));
        expect(path.steps.flatMap(step => told(step.changes))).toEqual(['drop-key local_small_box']);
        expect(told(path.last)).toEqual(['change-field local_small_box', 'add-key local_small_box']);
    });

    it('takes over the tables of a plugin of the same name that was never ours', () => {
        const upstream = {fields: {id: id(), flag: int({default: 0})}};
        const model = modelLike(
            {...tables({box}), lifecycle: {upgrade: 'upstream::upgrade'}},
            [{version: 2021010100, tables: schema({theirs: upstream})}],
        );
        const php = [...upgrade(model).values()].join('');
        const order = ['create_table', 'upstream::upgrade((int) $oldversion)', 'drop_table', 'upgrade_plugin_savepoint(true, 2026112100'];
        expect(order.map(part => php.indexOf(part)).every((at, index, all) => at > (all[index - 1] ?? 0))).toBe(true);
    });

    it('runs the data method and the changes under one savepoint, so that a broken upgrade runs whole again', () => {
        const model = modelLike(
            {...tables({box, lid: box}), lifecycle: {upgrade: 'life::upgrade'}},
            [{version: 2026010100, tables: schema({box})}],
        );
        expect([...upgrade(model).values()].join('').match(/savepoint\(/g)).toHaveLength(1);
    });

    it('uses the savepoint of blocks for a block', () => {
        const model = modelLike({component: 'block_small', lifecycle: {upgrade: 'life::upgrade'}});
        expect(upgrade(model).get('db/upgrade.php')).toContain("upgrade_block_savepoint(true, 2026112100, 'small');");
    });
});
