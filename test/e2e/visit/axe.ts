import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {browser} from '@wdio/globals';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type Violation = {readonly id: string; readonly help: string; readonly nodes: readonly {readonly html: string}[]};

/** What axe finds inside our own markup, one line each; what Moodle's own page around it does wrong is not ours. */
export async function axeFindings(selector: string): Promise<string[]> {
    await browser.execute(`if (!window.axe) { const {define, module, exports} = {}; ${SOURCE} }`);
    const violations = await browser.executeAsync((wanted: string, done: (found: Violation[]) => void) => {
        const axe = (window as unknown as {axe: {run(context: object, options: object): Promise<{violations: Violation[]}>}}).axe;
        axe.run({include: [[wanted]]}, {resultTypes: ['violations']}).then(({violations: found}) => done(found), error => {
            done([{id: 'axe-failed', help: String(error), nodes: []}]);
        });
    }, selector);
    return violations.flatMap(({id, help, nodes}) => nodes.length === 0 ? [`${id}: ${help}`] : nodes.map(({html}) => `${id}: ${help}: ${html}`));
}
