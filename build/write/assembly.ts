import type {Diagnostic} from '../diagnostics/diagnostic.ts';
import {generatedClash, handWrittenClash} from '../diagnostics/manifest.ts';
import type {BuiltFile} from './builtPlugin.ts';

/** Files of a plugin as they come in; the second source of a path is a problem, not an overwrite. */
export class Assembly {
    readonly files = new Map<string, BuiltFile>();
    readonly clashes: Diagnostic[] = [];

    add(path: string, file: BuiltFile): void {
        const other = this.files.get(path);
        if (other === undefined) {
            this.files.set(path, file);
            return;
        }
        const clash = file.by === 'copy' ? handWrittenClash : generatedClash;
        this.clashes.push(clash({file: file.from, line: null}, path, other.from));
    }
}
