import {$, $$, browser, expect} from '@wdio/globals';
import {installPlugins} from '../../moodle/plugins.ts';
import {standInDolibarr, type StandInDolibarr} from '../../standin/dolibarr/standInDolibarr.ts';
import {builtZip} from '../visit/builtZip.ts';
import {axeFindings} from '../visit/axe.ts';
import {keepScreenshot} from '../visit/keepScreenshot.ts';
import {focusIsSeen, tabTo} from '../visit/keyboard.ts';
import {expectSoundPage} from '../visit/pages.ts';
import {courseId, openPath, pair, settle, signIn, userId} from '../visit/people.ts';
import {button, press} from '../visit/press.ts';

const COMPONENT = 'local_dolibarr';
const FOLDER = '/local/dolibarr';
const OURS = `.${COMPONENT}-page`;
const site = pair.client;
let dolibarr: StandInDolibarr;

const php = (code: string): Promise<string> =>
    site.php(['-r', `define('CLI_SCRIPT', 1); require(getenv('MOODLE_SITE_DIR') . '/config.php'); ${code}`]);
/** What the task does every minute. */
const drain = (): Promise<string> => php(`\\${COMPONENT}\\local\\outbox\\drain::run_task();`);
const messages = () => site.sql(`SELECT kind, userid, state, reason FROM {${COMPONENT}_message} ORDER BY id`);
const alerts = async (): Promise<string> => (await $$('#user-notifications .alert').map(alert => alert.getText())).join('\n');

/** A learner opens the course for the first time. */
async function enters(username: string): Promise<void> {
    await signIn(username);
    await openPath(`/course/view.php?id=${await courseId('energy')}`);
    await signIn('admin');
}

before(async () => {
    dolibarr = await standInDolibarr();
    await installPlugins([site], [builtZip(COMPONENT)]);
    await site.set('curlsecurityblockedhosts', '');
    await site.set('curlsecurityallowedport', '');
    await site.sql("UPDATE {course} SET idnumber = 'FIRE' WHERE shortname = 'energy'");
    for (const [username, number] of [['student', '4711'], ['sue', '4712']] as const) {
        await site.sql(`UPDATE {user} SET idnumber = '${number}' WHERE username = '${username}'`);
        await site.sql(`DELETE FROM {user_lastaccess} WHERE userid = ${await userId(username)}`);
        await php(`$plugin = enrol_get_plugin('manual');
            $instance = $DB->get_record('enrol', ['courseid' => ${await courseId('energy')}, 'enrol' => 'manual']);
            $plugin->enrol_user($instance, ${await userId(username)}, $DB->get_field('role', 'id', ['shortname' => 'student']));`);
    }
});

after(() => dolibarr.close());

describe('An admin links Moodle and Dolibarr from nothing', () => {
    before(() => signIn('admin'));

    it('sets up the web service with one press, and sees that it works', async () => {
        await openPath(`${FOLDER}/setup.php`);
        await press('Set up now');
        expect(await $$('[role="main"] .alert-danger').length).toBe(0);
        expect(await $('[role="main"]').getText()).toContain('16 of 16 functions can be called.');
        await keepScreenshot('dolibarr-service');
    });

    it('is told what is wrong at its field', async () => {
        await openPath(`${FOLDER}/destinations.php`);
        await press('Registry');
        await $('#id_url').setValue('erp');
        await press('Save and test');
        expect(await $('#id_error_url').getText()).toContain('whole address');
        expect(await $('#id_error_key').getText()).toContain('API key');
        expect(await axeFindings(OURS)).toEqual([]);
        await keepScreenshot('dolibarr-destination-wrong');
    });

    it('adds a destination and tests it by the keyboard alone', async () => {
        await openPath(`${FOLDER}/destinations.php`);
        await tabTo(`${OURS} a[href*="way=registry"]`);
        expect(await focusIsSeen()).toBe(true);
        await browser.keys('Enter');
        await $('#id_url').waitForExist();
        await settle();
        await tabTo('#id_url');
        await browser.keys([...dolibarr.url]);
        await tabTo('#id_key');
        await browser.keys([...dolibarr.key]);
        await tabTo('#id_submitbutton');
        await browser.keys('Enter');
        await $(`${OURS} table`).waitForExist();
        await settle();
        expect(await alerts()).toContain('Dolibarr 19.0.2 answers.');
        expect(await alerts()).toContain('‘moodle’');
        await keepScreenshot('dolibarr-destinations');
    });

    it('sees the first event arrive', async () => {
        await enters('student');
        await drain();
        expect(dolibarr.books.messages.map(({type}) => type)).toEqual(['entered']);
        await openPath(`${FOLDER}/messages.php`);
        expect(await $(`${OURS} tbody`).getText()).toContain('arrived');
        await keepScreenshot('dolibarr-first-event');
    });
});

describe('The key is not accepted any more', () => {
    before(async () => {
        dolibarr.key = 'changed';
        await enters('sue');
        await drain();
    });

    it('is seen on the dashboard, and why', async () => {
        await openPath(`${FOLDER}/feed.php`);
        expect(await $(`${OURS} .alert-danger`).getText()).toContain('The key is not accepted.');
        await keepScreenshot('dolibarr-dashboard-stopped');
    });

    it('is what the test says too', async () => {
        await openPath(`${FOLDER}/destinations.php`);
        await press('Test');
        expect(await alerts()).toContain('The key is not accepted.');
    });

    it('is repaired with a new key, and what waited arrives', async () => {
        await openPath(`${FOLDER}/destinations.php`);
        await $(`${OURS} th a`).click();
        await settle();
        expect(await $('#id_key').getValue()).toBe('');
        await $('#id_key').setValue('changed');
        await press('Save and test');
        expect(await alerts()).toContain('‘moodle’');
        await drain();
        expect((await messages()).map(({state}) => state)).toEqual(['sent', 'sent']);
        expect(dolibarr.books.messages.length).toBe(2);
    });
});

describe('A message is refused', () => {
    before(async () => {
        dolibarr.fault = {fault: 'refusing', person: '4712'};
        await php(`\\${COMPONENT}\\local\\outbox\\outbox::put(\\${COMPONENT}\\local\\feed\\states::completed(
            ${await userId('sue')}, ${await courseId('energy')}, time()));`);
        for (let trial = 0; trial < 3; trial++) {
            await site.sql(`UPDATE {${COMPONENT}_message} SET timenext = 0`);
            await drain();
        }
        dolibarr.fault = null;
    });

    it('is given up, and says what was asked and answered', async () => {
        await openPath(`${FOLDER}/messages.php`);
        expect(await $(`${OURS} tbody`).getText()).toContain('given up');
        await openPath(`${FOLDER}/message.php?id=${(await site.sql(`SELECT id FROM {${COMPONENT}_message} WHERE state = 'dead'`))[0]?.['id']}`);
        const text = await $(OURS).getText();
        expect(text).toContain('HTTP 400');
        expect(text).not.toContain('changed');
    });

    it('is ticked and sent again by the keyboard alone', async () => {
        await openPath(`${FOLDER}/messages.php`);
        expect(await button('Send those that are ticked again').isEnabled()).toBe(false);
        await tabTo(`${OURS} tbody input[type="checkbox"]`);
        await browser.keys(' ');
        await settle();
        await tabTo('[data-region$="-ticked"] button');
        await browser.keys('Enter');
        await $('//button[normalize-space()="Continue"]').waitForExist();
        expect(await $('[role="main"]').getText()).toContain('Messages that will be sent again: 1.');
        await press('Continue');
        await drain();
        expect((await messages()).map(({state}) => state)).toEqual(['sent', 'sent', 'sent']);
    });
});

describe('The pages of the link to Dolibarr', () => {
    before(async () => {
        await signIn('admin');
    });

    for (const [page, path] of [
        ['destinations', '/destinations.php'],
        ['destination', '/destination.php?way=registry'],
        ['own', '/destination.php?way=own'],
        ['dashboard', '/feed.php'],
        ['trace', '/messages.php'],
    ] as const) {
        it(`have nothing that axe or a narrow screen would complain about: ${page}`, async () => {
            await expectSoundPage({path: `${FOLDER}${path}`, ours: OURS, name: `dolibarr-${page}`});
        });
    }
});

describe('A teacher says what an activity is worth', () => {
    it('writes minutes among its settings, and they are there again', async () => {
        await signIn('admin');
        const [module] = await site.sql(`SELECT MAX(id) AS id FROM {course_modules} WHERE course = ${await courseId('energy')} AND deletioninprogress = 0`);
        const path = `/course/modedit.php?update=${module?.['id']}`;
        await openPath(path);
        await browser.execute(() => document.querySelectorAll('fieldset .collapse').forEach(part => part.classList.add('show')));
        await $('#id_local_dolibarr_minutes').setValue('90');
        await $('#id_submitbutton2').click();
        await settle();
        await openPath(path);
        expect(await $('#id_local_dolibarr_minutes').getValue()).toBe('90');
    });
});
