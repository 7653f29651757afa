import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {compileRules, type CompiledRules} from '../../build/rules/compileRules.ts';

/** Compiles modules that are given as text, by file name. */
export function compileText(modules: Readonly<Record<string, string>>): CompiledRules {
    const folder = mkdtempSync(join(tmpdir(), 'rules-'));
    try {
        for (const [name, text] of Object.entries(modules)) {
            writeFileSync(join(folder, name), text);
        }
        return compileRules({component: 'local_golden', rulesDir: folder, root: folder});
    } finally {
        rmSync(folder, {recursive: true});
    }
}
