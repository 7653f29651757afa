import type {Emitter, Model} from '../manifest/model.ts';
import type {Change} from '../manifest/schemaChanges.ts';
import {upgradePath, type UpgradePath} from '../manifest/upgradePath.ts';
import {phpScript} from '../php/header.ts';
import {manifestOf, methodCall} from './namesOf.ts';
import {changeCode} from './xmldbCode.ts';

/** db/upgrade.php: from each released schema to the present one. A first release has none. */
export const upgrade: Emitter = model => {
    const path = upgradePath(model);
    const isNeeded = path.steps.length + path.last.length > 0 || model.spec.lifecycle?.upgrade !== undefined;
    return isNeeded ? new Map([['db/upgrade.php', script(model, path)]]) : new Map();
};

function script(model: Model, path: UpgradePath): string {
    const header = {component: model.component, source: manifestOf(model), summary: 'Brings the tables of an older version to those of this one.'};
    const touchesTables = path.steps.length + path.last.length > 0;
    const body = `
/**
 * Upgrades from an older version.
 *
 * @param int $oldversion
 * @return bool
 */
function xmldb_${model.component}_upgrade($oldversion): bool {
${touchesTables ? 'global $DB;\n\n$dbman = $DB->get_manager();\n' : ''}
${[...earlierBlocks(model, path), ...lastBlock(model, path)].join('\n\n')}

    return true;
}`;
    return phpScript(header, body);
}

const earlierBlocks = (model: Model, path: UpgradePath): readonly string[] => path.steps
    .filter(step => step.version !== path.version)
    .map(step => block(model, step.version, step.changes.map(stated)));

/** The data moves when all tables are there, old and new; what nobody needs after that goes last. */
function lastBlock(model: Model, path: UpgradePath): readonly string[] {
    const method = model.spec.lifecycle?.upgrade;
    const added = path.steps.find(step => step.version === path.version)?.changes ?? [];
    const parts = [
        ...added.map(stated),
        ...(method === undefined ? [] : [`${methodCall(model, method)}((int) $oldversion);`]),
        ...path.last.map(stated),
    ];
    return parts.length === 0 ? [] : [block(model, path.version, parts)];
}

function block(model: Model, version: number, parts: readonly string[]): string {
    return `if ($oldversion < ${version}) {\n${parts.join('\n\n')}\n\n${savepoint(model, version)}\n}`;
}

const savepoint = (model: Model, version: number): string => (model.type === 'block'
    ? `upgrade_block_savepoint(true, ${version}, '${model.name}');`
    : `upgrade_plugin_savepoint(true, ${version}, '${model.type}', '${model.name}');`);

const SAYS: Readonly<Record<Change['does'], (change: Change) => string>> = {
    'create-table': ({table}) => `The table ${table} is new.`,
    'drop-table': ({table}) => `The table ${table} is needed no more.`,
    'add-field': change => `The field ${nameOf(change)} is new in ${change.table}.`,
    'change-field': change => `The field ${nameOf(change)} of ${change.table} changes.`,
    'drop-field': change => `The field ${nameOf(change)} of ${change.table} is needed no more.`,
    'add-key': change => `The key ${nameOf(change)} is new in ${change.table}.`,
    'drop-key': change => `The key ${nameOf(change)} of ${change.table} changes or goes.`,
    'add-index': change => `The index ${nameOf(change)} is new in ${change.table}.`,
    'drop-index': change => `The index ${nameOf(change)} of ${change.table} changes or goes.`,
};

const nameOf = (change: Change): string => ('name' in change ? change.name : '');

const stated = (change: Change): string => `// ${SAYS[change.does](change)}\n${changeCode(change)}`;
