import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {capabilityName} from '../../../build/emit/namesOf.ts';
import type {Model} from '../../../build/manifest/model.ts';
import type {PageShape} from '../../../build/manifest/shape.ts';
import {tableName} from '../../../build/manifest/tableName.ts';
import {PASSWORD} from '../fixture.ts';
import {PROJECT} from '../project.ts';
import type {Site} from '../site.ts';
import {checkScript} from './facts.ts';
import {formIn, Visitor, type Answer, type Fields, type Form} from './visitor.ts';

type Trial = {readonly here: number; readonly there: number; readonly person: number; readonly capability: string};
type Visitors = {readonly nobody: Visitor; readonly may: Visitor; readonly barred: Visitor};

/** The pages of a plugin by path, those of the admin tree too. */
export function pagesOf({spec, home}: Model): ReadonlyMap<string, PageShape> {
    const inAdminTree = Object.values(spec.adminpages ?? {}).map(({path, needs}): [string, PageShape] => [path.replace(`/${home}/`, ''), {at: 'system', needs}]);
    return new Map<string, PageShape>([...Object.entries(spec.pages ?? {}), ...inAdminTree]);
}

/** People who try pages, signed in once. */
export async function visitorsOf(site: Site): Promise<Visitors> {
    // The accounts are made with the first trial.
    await site.php([checkScript('pageTrial'), 'core', '-']);
    const [nobody, may, barred] = [new Visitor(site.url), new Visitor(site.url), new Visitor(site.url)];
    await may.signIn('trialmay', PASSWORD);
    await barred.signIn('trialbarred', PASSWORD);
    return {nobody, may, barred};
}

/** Opens a page as somebody who may, and as those who may not, and posts to it without the key of the session. */
export async function pageFindings(site: Site, model: Model, path: string, page: PageShape, visitors: Visitors): Promise<readonly string[]> {
    const trial = await trialOf(site, model, page);
    const address = `/${model.home}/${path}`;
    const params = (course: number): Fields => Object.fromEntries(Object.entries(page.params ?? {}).map(([name, value]) =>
        [name, value.replace('{course}', String(course)).replace('{person}', String(trial.person))]));
    const {nobody, may, barred} = visitors;
    const shown = await may.get(address, params(trial.here));
    const found = [
        ...isShown(shown) ? [] : [`somebody who may open it is refused: ${said(shown)}`],
        ...asksForLogin(await nobody.get(address, params(trial.here))) ? [] : ['it opens without an account'],
        ...page.needs === null || isRefused(await barred.get(address, params(trial.here)), trial.capability) ? []
            : [`it opens without the capability '${page.needs}'`],
        ...typeof page.at === 'string' || isRefused(await may.get(address, params(trial.there)), trial.capability) ? []
            : ['whoever may open it in one course may in another'],
    ];
    const {post} = page;
    if (post === undefined) {
        return found;
    }
    const form = formIn(shown.text, `${site.url}${address}`, address) ?? {action: `${site.url}${address}`, fields: params(trial.here)};
    const changes = async (send: () => Promise<unknown>): Promise<boolean> => {
        const before = await rowsOf(site, model, post.changes);
        await send();
        return before !== await rowsOf(site, model, post.changes);
    };
    return [...found, ...await postFindings(changes, form, post.fields, visitors, page.needs !== null)];
}

/** A post changes something, as `changes` sees it, with the key of the session and in no other way. */
async function postFindings(
    changes: (send: () => Promise<unknown>) => Promise<boolean>, {action, fields: own}: Form, differing: Fields, {may, barred}: Visitors, isBarred: boolean,
): Promise<readonly string[]> {
    const fields = {...own, ...differing};
    const keyless = Object.fromEntries(Object.entries(fields).filter(([name]) => name !== 'sesskey'));
    // Where a key is looked up, a dashboard may be made.
    const [sesskey, barredKey] = [await may.sesskey(), await barred.sesskey()];
    const path = new URL(action).pathname + new URL(action).search;
    const ways: readonly (readonly [string, () => Promise<unknown>])[] = [
        ['a post without the key of the session', () => may.post(action, keyless)],
        ['a post with another key', () => may.post(action, {...fields, sesskey: 'anotherkey'})],
        ['a link with all that a post has', () => may.get(path, {...fields, sesskey})],
        ...(isBarred ? [['a post of somebody without the capability', () => barred.post(action, {...fields, sesskey: barredKey})] as const] : []),
    ];
    const found: string[] = [];
    for (const [way, send] of ways) {
        if (await changes(send)) {
            found.push(`${way} changes what is kept`);
        }
    }
    // Without this, all of the above would hold of a page that does nothing.
    const isInert = found.length === 0 && !await changes(() => may.post(action, {...fields, sesskey}));
    return isInert ? ['a post with the key of the session changes nothing'] : found;
}

async function trialOf(site: Site, model: Model, {needs}: PageShape): Promise<Trial> {
    const scene = join(PROJECT, model.sources, 'scene.php');
    const capability = needs === null ? '-' : capabilityName(model, needs);
    return JSON.parse(await site.php([checkScript('pageTrial'), model.component, capability, ...existsSync(scene) ? [scene] : []])) as Trial;
}

/** Tables of the plugin by their short name, those of core by their own. */
async function rowsOf(site: Site, model: Model, tables: readonly string[]): Promise<string> {
    const own = model.spec.tables ?? {};
    const all = await Promise.all(tables.map(name => site.sql(`SELECT * FROM {${name in own ? tableName(model, name) : name}} ORDER BY id`)));
    return JSON.stringify(all);
}

const asksForLogin = ({status, location}: Answer): boolean => status >= 300 && status < 400 && location.includes('/login/');
const isError = ({text}: Answer): boolean => /data-rel="fatalerror"|class="errormessage/.test(text);
const isShown = (answer: Answer): boolean => answer.status < 400 && !isError(answer) && !/\/(login|enrol)\//.test(answer.location);

/** Refused for that reason, and not for another; the admin tree says no more than that access is denied. */
const isRefused = (answer: Answer, capability: string): boolean =>
    isError(answer) && (answer.text.includes(capability) || answer.text.includes('Access denied'));

const said = ({status, location, text}: Answer): string =>
    `${status} ${location} ${/class="errormessage">([^<]*)/.exec(text)?.[1] ?? ''}`.trim();
