import {execFileSync} from 'node:child_process';
import {copyFileSync, existsSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

export type LintFinding = {
    readonly file: string;
    readonly line: number;
    readonly rule: string;
    readonly isError: boolean;
    readonly message: string;
};
type Message = {ruleId: string | null; severity: number; line?: number; message: string};
type Linter = {lintFiles(pattern: string): Promise<{filePath: string; messages: Message[]}[]>};
type LinterClass = new (options: object) => Linter;

const home = fileURLToPath(new URL('moodle-eslint/', import.meta.url));

/** What the Moodle tree's own .eslintrc says of a built plugin, with the versions that Moodle 4.5 locks. */
export async function lintAmd(distDir: string, moodleDir: string): Promise<LintFinding[]> {
    if (!existsSync(join(home, 'node_modules/eslint'))) {
        execFileSync('npm', ['ci', '--prefix', home, '--ignore-scripts', '--no-audit', '--no-fund'], {stdio: 'ignore'});
    }
    // ESLint looks for the parser beside the file that names it.
    const config = join(home, 'node_modules/.moodle.eslintrc');
    copyFileSync(join(moodleDir, '.eslintrc'), config);
    const {ESLint} = createRequire(join(home, 'package.json'))('eslint') as {ESLint: LinterClass};
    const linter = new ESLint({
        cwd: distDir,
        useEslintrc: false,
        overrideConfigFile: config,
        resolvePluginsRelativeTo: home,
        errorOnUnmatchedPattern: false,
    });
    const results = await linter.lintFiles('**/amd/src/**/*.js');
    return results.flatMap(({filePath, messages}) => messages.map(({ruleId, severity, line, message}) => ({
        file: filePath.slice(distDir.length + 1),
        line: line ?? 0,
        rule: ruleId ?? 'does-not-parse',
        isError: severity === 2,
        message,
    })));
}
