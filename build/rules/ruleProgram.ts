import {readFileSync, readdirSync, existsSync} from 'node:fs';
import {basename, dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import ts from '../typescript.js';

const LIBRARY = join(dirname(fileURLToPath(import.meta.url)), 'lib.txt');
const LIBRARY_NAME = '/rules/lib.d.ts';

const OPTIONS: ts.CompilerOptions = {
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    noEmit: true,
    noLib: true,
    types: [],
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    noImplicitReturns: true,
    noFallthroughCasesInSwitch: true,
    verbatimModuleSyntax: true,
    isolatedModules: true,
    skipLibCheck: true,
};

/** Parsed files by path, kept as long as their text is the same: the second compilation of a folder parses what changed only. */
const parsed = new Map<string, ts.SourceFile>();

function parse(path: string, text: string): ts.SourceFile {
    const known = parsed.get(path);
    if (known !== undefined && known.text === text) {
        return known;
    }
    const options = {languageVersion: ts.ScriptTarget.ESNext, ...(path === LIBRARY_NAME ? {} : {setExternalModuleIndicator: asModule})};
    const file = ts.createSourceFile(path, text, options, true);
    parsed.set(path, file);
    return file;
}

/** A rule file without import or export is a module too, as it is for node: what it declares is nobody else's. */
function asModule(file: ts.SourceFile): void {
    (file as {externalModuleIndicator?: true}).externalModuleIndicator = true;
}

/** The rule files of a folder: *.ts directly inside it; folders below it are no rules. */
export function ruleFiles(rulesDir: string): readonly string[] {
    if (!existsSync(rulesDir)) {
        return [];
    }
    return readdirSync(rulesDir)
        .filter(name => /^\w+\.ts$/.test(name))
        .sort()
        .map(name => join(rulesDir, name));
}

/** A program over the rule files that knows no more of JavaScript than lib.txt says. */
export function ruleProgram(paths: readonly string[]): ts.Program {
    const library = parse(LIBRARY_NAME, readFileSync(LIBRARY, 'utf8'));
    const files = new Map(paths.map(path => [path, parse(path, readFileSync(path, 'utf8'))]));
    const host: ts.CompilerHost = {
        getSourceFile: name => (name === LIBRARY_NAME ? library : files.get(name)),
        getDefaultLibFileName: () => LIBRARY_NAME,
        getCurrentDirectory: () => '/',
        getCanonicalFileName: name => name,
        useCaseSensitiveFileNames: () => true,
        getNewLine: () => '\n',
        fileExists: name => files.has(name),
        readFile: name => files.get(name)?.text,
        directoryExists: () => true,
        getDirectories: () => [],
        writeFile: () => undefined,
    };
    return ts.createProgram({rootNames: [LIBRARY_NAME, ...paths], options: OPTIONS, host});
}

/** `endSignals` for rules/endSignals.ts. */
export function moduleName(path: string): string {
    return basename(path, '.ts');
}
