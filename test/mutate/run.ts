import {existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {buildPlugin} from '../../build/write/buildPlugin.ts';
import {pluginFolder, pluginNames} from '../../build/write/pluginFolder.ts';
import type {Model} from '../../build/manifest/model.ts';
import {initPhpunit} from '../moodle/checks/phpunit.ts';
import {pageFindings, pagesOf, visitorsOf} from '../moodle/checks/pages.ts';
import {pluginFiles} from '../moodle/checks/pluginFiles.ts';
import {openPair, type Pair} from '../moodle/pair.ts';
import {pluginDir} from '../moodle/plugins.ts';
import {PROJECT} from '../moodle/project.ts';
import {sampleOf, type Mutant} from './mutant.ts';
import {phpMutants} from './phpMutants.ts';
import {pluginTests} from './phpunitRun.ts';
import {RelatedTests} from './relatedTests.ts';
import {ruleMutants} from './ruleMutants.ts';
import {examplesNotice, ruleTexts} from './ruleTrial.ts';
import {scoreOf, type Trial} from './score.ts';

/** Files that are lists of facts, run nowhere but at an upgrade, or made from rules, which are changed themselves. */
const LEFT_OUT = /^(tests|lang|db|cli)\/|^(version|settings|lib)\.php$|^classes\/local\/(rules|upgrade)\//;

type Options = {readonly security: number; readonly others: number; readonly rules: number; readonly seed: number; readonly only: RegExp};

/**
 * `npm run mutate -- [--security N] [--others N] [--rules N] [--seed N] [--only PATTERN]`: makes mistakes in what ships, one at a time, and
 * counts those that a test notices. Needs a pair in which the plugins of dist/ are installed (`npm run moodle -- up`, `-- install`).
 */
const options = optionsOf(process.argv.slice(2));
const pair = openPair();
const trials: Trial[] = [];
for (const name of await pluginNames()) {
    const {plugin} = await buildPlugin(pluginFolder(join(PROJECT, 'plugins', name)));
    if (plugin === null) {
        throw new Error(`${name} does not build: npm run build says why.`);
    }
    trials.push(...await ruleTrials(name), ...await phpTrials(plugin.model, pair));
}
console.log(`\nseed ${options.seed}, a sample of at most ${options.security} of security, ${options.others} others, ${options.rules} of rules\n${scoreOf(trials)}`);

async function ruleTrials(name: string): Promise<readonly Trial[]> {
    const plugin = join(PROJECT, 'plugins', name);
    if (await examplesNotice(plugin, null)) {
        throw new Error(`${name}: an example of its rules fails before anything is changed.`);
    }
    const all = [...ruleTexts(plugin)].flatMap(([file, text]) => ruleMutants(file, text)).filter(isWanted);
    const done: Trial[] = [];
    for (const mutant of sampleOf(all, options.rules, options.seed)) {
        done.push(told({mutant, noticed: await examplesNotice(plugin, mutant)}));
    }
    return done;
}

async function phpTrials(model: Model, {client, ...rest}: Pair): Promise<readonly Trial[]> {
    const folder = pluginDir(client, model.component);
    if (!existsSync(folder)) {
        console.log(`${model.component} is not installed on the client, so its PHP is left out.`);
        return [];
    }
    const files = [...pluginFiles(folder)].filter(([path]) => path.endsWith('.php') && !LEFT_OUT.test(path));
    const all = files.flatMap(([path, text]) => phpMutants(path, text)).filter(isWanted);
    const chosen = [
        ...sampleOf(all.filter(({isSecurity}) => isSecurity), options.security, options.seed),
        ...sampleOf(all.filter(({isSecurity}) => !isSecurity), options.others, options.seed),
    ];
    if (chosen.length === 0) {
        return [];
    }
    console.log(`${model.component}: ${chosen.length} of ${all.length} mutants of PHP, ${all.filter(({isSecurity}) => isSecurity).length} of them of security`);
    if (!pluginFiles(client.dir).has('phpunit.xml')) {
        await initPhpunit({client, ...rest}, client);
    }
    const tests = pluginTests(client, folder);
    const related = new RelatedTests(model.component, new Map([...pluginFiles(folder)].filter(([path]) => path.endsWith('.php'))));
    const pages = pagesOf(model);
    const visitors = await visitorsOf(client);
    const notices = async ({file}: Mutant): Promise<boolean> => {
        const paths = pages.has(file) ? [] : related.of(file);
        if (paths.length > 0 && !(await tests.run(paths)).passed) {
            return true;
        }
        for (const path of related.pagesWith(file, [...pages.keys()])) {
            const page = pages.get(path);
            const found = page === undefined ? [] : await pageFindings(client, model, path, page, visitors).catch((problem: unknown) => [String(problem)]);
            if (found.length > 0) {
                return true;
            }
        }
        return false;
    };
    const done: Trial[] = [];
    for (const mutant of chosen) {
        done.push(told({mutant, noticed: await withMutant(folder, mutant, () => notices(mutant))}));
    }
    return done;
}

/** Puts a mutant in place of its file, which stands as it was afterwards. */
async function withMutant<T>(folder: string, {file, text}: Mutant, run: () => Promise<T>): Promise<T> {
    const path = join(folder, file);
    const was = readFileSync(path);
    const restore = (): void => {
        rmSync(path);
        mkdirSync(dirname(path), {recursive: true});
        writeFileSync(path, was);
    };
    // A run that is interrupted ends by itself, wherever it is.
    process.once('exit', restore);
    rmSync(path);
    writeFileSync(path, text);
    try {
        return await run();
    } finally {
        process.off('exit', restore);
        restore();
    }
}

function told(trial: Trial): Trial {
    const {mutant, noticed} = trial;
    console.log(`${noticed ? 'noticed' : 'MISSED '} ${mutant.isSecurity ? '!' : ' '} ${mutant.file}:${mutant.line}  ${mutant.kind}`);
    return trial;
}

function isWanted({file, kind}: Mutant): boolean {
    return options.only.test(`${file} ${kind}`);
}

function optionsOf(given: readonly string[]): Options {
    const value = (name: string): string | undefined => given[given.indexOf(`--${name}`) + 1];
    const number = (name: string, otherwise: number): number => (given.includes(`--${name}`) ? Number(value(name)) : otherwise);
    return {
        security: number('security', Infinity),
        others: number('others', 100),
        rules: number('rules', Infinity),
        seed: number('seed', 1),
        only: new RegExp(given.includes('--only') ? value('only') ?? '' : ''),
    };
}
