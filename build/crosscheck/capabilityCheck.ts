import type {Diagnostic} from '../diagnostics/diagnostic.ts';
import {unknownCapability} from '../diagnostics/crosscheck.ts';
import type {Model} from '../manifest/model.ts';
import {nearest} from '../manifest/nearest.ts';
import type {Declared} from './declared.ts';
import type {PhpFile} from './phpFile.ts';

/** Finds texts that have the shape of a capability of the plugin and are none, whichever function they go to. */
export function capabilityCheck(files: readonly PhpFile[], model: Model, declared: Declared): readonly Diagnostic[] {
    const shape = new RegExp(`^${model.area}:[a-z_]+$`);
    return files.flatMap(file => file.nodes.flatMap(({node}) => {
        const name = node.kind === 'string' ? String(node['value']) : '';
        return shape.test(name) && !declared.capabilities.has(name) ? [unknownCapability(file.place(node), name, nearest(name, declared.capabilities))] : [];
    }));
}
