import type {Diagnostic} from '../../../build/diagnostics/diagnostic.ts';
import {savepointWrong} from '../../../build/diagnostics/directory.ts';

/**
 * What db/upgrade.php must be for Moodle to trust it: one function of the right name that answers true, and for each version a block
 * of its own, in order, that ends with the savepoint of that version and is not of the future.
 */
export function savepointFindings(upgrade: string, component: string, version: number): readonly Diagnostic[] {
    const [type = '', name = ''] = component.split(/_(.*)/s);
    const wrong = (holds: boolean, says: string): readonly Diagnostic[] => (holds ? [] : [savepointWrong(says)]);
    const blocks = upgrade.split(/(?=^ {4}if \(\$oldversion < \d+\) \{)/m).slice(1);
    const versions = blocks.map(block => Number(/\$oldversion < (\d+)/.exec(block)?.[1]));
    return [
        ...wrong(new RegExp(`function xmldb_${component}_upgrade\\(`).test(upgrade), `has no function xmldb_${component}_upgrade()`),
        ...wrong(/return true;\s*\}\s*$/.test(upgrade), 'does not end with return true'),
        ...wrong(versions.every((one, at) => one > (versions[at - 1] ?? 0)), `takes its versions out of order: ${versions.join(', ')}`),
        ...versions.filter(one => one > version).flatMap(one => wrong(false, `upgrades to ${one}, and the plugin is ${version}`)),
        ...blocks.flatMap((block, at) => {
            const call = type === 'mod' ? 'upgrade_mod_savepoint' : type === 'block' ? 'upgrade_block_savepoint' : 'upgrade_plugin_savepoint';
            const made = [...block.matchAll(/\bupgrade_\w+_savepoint\(([^)]*)\)/g)];
            const given = type === 'mod' || type === 'block' ? `true, ${versions[at]}, '${name}'` : `true, ${versions[at]}, '${type}', '${name}'`;
            return wrong(made.length === 1 && made[0]?.[0] === `${call}(${given})`, `has no savepoint ${call}(${given}) of its own for ${versions[at]}`);
        }),
    ];
}
