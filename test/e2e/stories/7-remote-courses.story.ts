import {$, $$, browser, expect} from '@wdio/globals';
import {installPlugins} from '../../moodle/plugins.ts';
import {standInRemote, type StandIn} from '../../moodle/standInRemote.ts';
import {builtZip} from '../visit/builtZip.ts';
import {axeFindings} from '../visit/axe.ts';
import {keepScreenshot} from '../visit/keepScreenshot.ts';
import {atWidth, overflow} from '../visit/pageWidth.ts';
import {courseId, openPath, pair, settle, signIn, userId} from '../visit/people.ts';
import {press} from '../visit/press.ts';

const COMPONENT = 'block_my_external_backup_restore_courses';
const FOLDER = '/blocks/my_external_backup_restore_courses';
const OURS = `.${COMPONENT}-page`;
const site = pair.client;

/** The other Moodles are stand-ins: what a page does with them, and with what is wrong with them, needs no transfer. */
const remotes: StandIn[] = [];
const server = (index: number): string => `[data-server="${remotes[index]?.url}"]`;
const states = () => site.sql(`SELECT remotecourse, target, targetcourse, userid, requestedby, state FROM {${COMPONENT}_request} ORDER BY id`);

before(async () => {
    remotes.push(await standInRemote({courses: 120}), await standInRemote({manner: 'garbage'}), await standInRemote({manner: 'earlier', courses: 3}));
    await installPlugins([site], [builtZip(COMPONENT)]);
    await site.set('curlsecurityblockedhosts', '');
    await site.set('curlsecurityallowedport', '');
    await site.set('moodle_role', 'client', COMPONENT);
    // Nothing comes from a stand-in: requests wait.
    await site.set('paused', 1, COMPONENT);
    await site.set('restorecourseinoriginalcategory', 0, COMPONENT);
    await site.set('external_moodles', remotes.map(({url}) => `${url},token`).join(';'), COMPONENT);
    const [role] = await site.sql("SELECT id FROM {role} WHERE shortname = 'coursecreator'");
    await site.php(['-r', `define('CLI_SCRIPT', 1); require(getenv('MOODLE_SITE_DIR') . '/config.php');
        role_assign(${role?.['id']}, ${await userId('teacher')}, \\core\\context\\system::instance()->id);`]);
});

after(() => Promise.all(remotes.map(remote => remote.close())));

describe('A teacher looks at the courses of other Moodles', () => {
    before(() => signIn('teacher'));

    it('finds the page from My courses', async () => {
        await openPath('/my/courses.php');
        await press('Bring courses here');
        expect(await browser.getUrl()).toContain(`${FOLDER}/index.php`);
    });

    it('sees fifty of a server, whatever is wrong with another', async () => {
        await openPath(`${FOLDER}/index.php`);
        expect(await $$(`${server(0)} [data-course]`).length).toBe(50);
        expect(await $(server(1)).getText()).toContain("none of a Moodle's");
        expect(await $$(`${server(2)} [data-course]`).length).toBe(3);
        await keepScreenshot('remote-courses');
    });

    it('sees no token and no tag of the other site', async () => {
        const html = await $(OURS).getHTML();
        expect(html).not.toContain('token');
        expect(html).not.toContain('<b>exercises');
    });

    it('searches, filters and turns the page by the keyboard alone', async () => {
        await $(`${server(0)} [data-action="next"]`).click();
        await settle();
        expect(await $(server(0)).getText()).toContain('51 to 100 of 120');
        await $(`${server(0)} [data-field="search"]`).click();
        await browser.keys([...'Optics 16']);
        await browser.pause(500);
        await settle();
        expect(await $$(`${server(0)} [data-course]`).length).toBe(1);
    });

    it('has nothing that axe or a narrow screen would complain about', async () => {
        expect(await axeFindings(OURS)).toEqual([]);
        await atWidth(320, async () => {
            await openPath(`${FOLDER}/index.php`);
            await keepScreenshot('remote-courses-320');
            expect(await overflow(OURS)).toBe(0);
        });
    });
});

describe('The teacher asks for courses', () => {
    before(async () => {
        await signIn('teacher');
        await openPath(`${FOLDER}/index.php`);
    });

    it('ticks two, and sees what each is made of and what this site lacks', async () => {
        const boxes = await $$(`${server(0)} [data-action="tick"]`).getElements();
        await boxes[0]?.click();
        await boxes[1]?.click();
        await press('Continue');
        await browser.waitUntil(async () => (await $$('[data-card] select').length) >= 2);
        await settle();
        const text = await $('[data-region="confirm"]').getText();
        expect(text).toContain('People');
        expect(text).toContain('Activity hotpot');
        expect(await axeFindings(OURS)).toEqual([]);
        await keepScreenshot('remote-courses-confirm');
    });

    it('may not choose user data, and sends them on their way', async () => {
        expect(await $('[data-field="withusers"]').isExisting()).toBe(false);
        await press('Bring these courses');
        await browser.waitUntil(async () => (await states()).length === 2);
        await settle();
        expect((await states()).map(({state, target}) => [state, target])).toEqual([['scheduled', 'new'], ['scheduled', 'new']]);
        expect(await $('[data-region="requestsection"]').getText()).toContain('Waiting its turn');
    });

    it('stops one of them, and begins it anew', async () => {
        await $('[data-region="requestsection"] [data-action="cancel"]').click();
        await $('.modal.show [data-action="delete"]').waitForClickable();
        await $('.modal.show [data-action="delete"]').click();
        await $('[data-region="requestsection"] [data-action="retry"]').waitForExist();
        await settle();
        await $('[data-region="requestsection"] [data-action="retry"]').click();
        await browser.waitUntil(async () => (await states()).every(({state}) => state === 'scheduled'));
    });

    it('finds the way from the course reuse of a course, and adds to that course', async () => {
        const id = await courseId('energy');
        await openPath(`/backup/import.php?id=${id}`);
        expect(await $('#tertiary-navigation').getHTML()).toContain(`${FOLDER}/index.php?target=${id}`);
        await openPath(`${FOLDER}/index.php?target=${id}`);
        await $(`${server(0)} [data-action="tick"]`).click();
        await press('Continue');
        await $('[data-card] [data-field="targetcourse"] option').waitForExist();
        await settle();
        await press('Bring these courses');
        await browser.waitUntil(async () => (await states()).length === 3);
        expect((await states()).at(-1)).toMatchObject({target: 'into', targetcourse: String(id)});
    });
});

describe('An admin looks after requests', () => {
    before(() => signIn('admin'));

    it('sees all of them, and the story of one', async () => {
        await openPath(`${FOLDER}/admin/managment.php`);
        expect(await $$(`.${COMPONENT}-report tbody tr[class]:not(.emptyrow)`).length).toBe(3);
        const link = await $('a[href*="admin/request.php"]').getAttribute('href');
        await browser.url(link ?? '');
        expect(await $(`.${COMPONENT}-story`).getText()).toContain('Waiting its turn');
        await keepScreenshot('remote-courses-request');
    });

    it('stops several at once', async () => {
        await openPath(`${FOLDER}/admin/managment.php`);
        await $(`.${COMPONENT}-report thead input[type="checkbox"]`).click();
        await $(`#${COMPONENT}-act`).selectByAttribute('value', 'cancel');
        await press('Go');
        await press('Continue');
        expect(new Set((await states()).map(({state}) => state))).toEqual(new Set(['cancelled']));
    });

    it('is told what is wrong with a list, by line and column, and asks for nothing of it', async () => {
        await openPath(`${FOLDER}/admin/list.php`);
        const name = remotes[0]?.url.replace('http://', '') ?? '';
        await $('#id_list').setValue(`server,course,user\n${name},30,teacher\n${name},31,nobody`);
        await press('Request these courses');
        expect(await $('[role="alert"] table').getText()).toContain('user');
        expect((await states()).length).toBe(3);
    });

    it('brings a course for somebody, into a category', async () => {
        await openPath(`${FOLDER}/admin/restorecourseforuser.php?userid=${await userId('teacher')}`);
        const boxes = await $$(`${server(0)} [data-action="tick"]`).getElements();
        await boxes[4]?.click();
        await press('Continue');
        await $('[data-card] select').waitForExist();
        await settle();
        await $(`#${COMPONENT}-category`).selectByVisibleText('Languages');
        await press('Bring these courses');
        await browser.waitUntil(async () => (await states()).length === 4);
        expect((await states()).at(-1)).toMatchObject({userid: String(await userId('teacher')), requestedby: String(await userId('admin'))});
    });
});
