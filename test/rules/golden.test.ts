import {execFileSync} from 'node:child_process';
import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {formatDiagnostic} from '../../build/diagnostics/diagnostic.ts';
import {compileRules} from '../../build/rules/compileRules.ts';
import {goldenFolders} from './ruleFolders.ts';

/** UPDATE_GOLDEN=1 npx vitest run test/rules writes what comes out now; look at the difference before you commit it. */
const UPDATE = process.env['UPDATE_GOLDEN'] === '1';

describe.each(goldenFolders())('the golden rules in $path', ({component, path}) => {
    const {files, problems} = compileRules({component, rulesDir: path});
    const expected = join(dirname(path), 'expected');

    test('are in the subset', () => {
        expect(problems.map(formatDiagnostic)).toEqual([]);
        expect(files.size).toBeGreaterThan(0);
    });

    test('become the PHP that is kept, byte for byte', () => {
        if (UPDATE) {
            update(expected, files);
        }
        expect(Object.fromEntries(files)).toEqual(readFolder(expected));
    });

    test('are PHP', () => {
        for (const file of files.keys()) {
            expect(execFileSync('php', ['-l', join(expected, file)], {encoding: 'utf8'})).toContain('No syntax errors');
        }
    });
});

function update(folder: string, files: ReadonlyMap<string, string>): void {
    rmSync(folder, {recursive: true, force: true});
    for (const [file, text] of files) {
        mkdirSync(dirname(join(folder, file)), {recursive: true});
        writeFileSync(join(folder, file), text);
    }
}

function readFolder(folder: string): Record<string, string> {
    const names = existsSync(folder) ? readdirSync(folder, {recursive: true, encoding: 'utf8'}) : [];
    return Object.fromEntries(names.filter(name => name.endsWith('.php')).map(name => [name, readFileSync(join(folder, name), 'utf8')]));
}
