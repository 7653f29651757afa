import type {Diagnostic} from '../diagnostics/diagnostic.ts';
import type {Model} from '../manifest/model.ts';

/** What is wrong in a stamped file is to be mended in the part. */
export function atPart(found: Diagnostic, model: Model): Diagnostic {
    const from = model.stamped.get(found.file?.slice(model.sources.length + 1) ?? '')?.from;
    return from === undefined ? found : {...found, file: from};
}
