import {appendFileSync, existsSync, mkdtempSync, readdirSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {browserPrograms} from './browserPrograms.ts';
import {keepScreenshot} from './visit/keepScreenshot.ts';

const programs = browserPrograms();
const stories = join(import.meta.dirname, 'stories');

export const config: WebdriverIO.Config = {
    runner: 'local',
    // One list inside the list: one browser for all stories, in the order of their names.
    specs: [readdirSync(stories).filter(name => name.endsWith('.story.ts')).sort().map(name => join(stories, name))],
    maxInstances: 1,
    logLevel: 'error',
    outputDir: join(process.cwd(), '.cache', 'test', 'wdio'),
    framework: 'mocha',
    mochaOpts: {ui: 'bdd', timeout: 120_000},
    reporters: [['spec', {addConsoleLogs: true, realtimeReporting: false}]],
    // A page comes to rest late where other work runs on the machine.
    waitforTimeout: 30_000,
    connectionRetryTimeout: 60_000,
    connectionRetryCount: 1,
    capabilities: [{
        browserName: 'chrome',
        'wdio:enforceWebDriverClassic': true,
        ...(programs.driver === null ? {} : {'wdio:chromedriverOptions': {binary: programs.driver}}),
        ...{'goog:loggingPrefs': {browser: 'ALL'}},
        'goog:chromeOptions': {
            ...(programs.browser === null ? {} : {binary: programs.browser}),
            args: [
                '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
                '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage', '--window-size=1280,900', '--lang=en',
                `--user-data-dir=${mkdtempSync(join(tmpdir(), 'moodle-e2e-'))}`,
            ],
        },
    }],
    afterTest: async (test, _context, {passed, skipped}) => {
        const results = process.env['E2E_RESULTS'];
        if (results !== undefined && existsSync(results)) {
            appendFileSync(results, `${JSON.stringify({title: test.title, state: passed ? 'passed' : skipped ? 'skipped' : 'failed'})}\n`);
        }
        if (!passed) {
            await keepScreenshot(`failed-${test.title}`);
        }
    },
    afterHook: async (hook, _context, {error}) => {
        if (error !== undefined) {
            await keepScreenshot(`failed-${hook.parent}`);
        }
    },
};
