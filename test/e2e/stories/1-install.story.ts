import {$, browser, expect} from '@wdio/globals';
import {keepScreenshot} from '../visit/keepScreenshot.ts';
import {onceTold} from '../visit/onceTold.ts';
import {consoleComplaints, consoleErrors, pageFaults, phpFaults} from '../visit/pageFaults.ts';
import {atWidth, overflow} from '../visit/pageWidth.ts';
import {openPath, pair, settle, signIn} from '../visit/people.ts';
import {button, press} from '../visit/press.ts';
import {builtZip} from '../visit/builtZip.ts';

const COMPONENT = 'block_course_notification';

describe('An admin installs block_course_notification over the web', () => {
    before(() => signIn('admin'));

    onceTold('uploads the zip, which Moodle validates', async () => {
        await openPath('/admin/tool/installaddon/index.php');
        await uploadZip(builtZip(COMPONENT));
        expect(await $('#region-main').getText()).toContain('Validation successful');
        await keepScreenshot('install-validation');
    });

    onceTold('continues through the checks to the upgrade, which succeeds', async () => {
        await press('Continue');
        await keepScreenshot('install-server-checks');
        await press('Continue');
        await keepScreenshot('install-plugins-check');
        // While it upgrades, Moodle does not serve its own modules, so these pages never come to rest.
        await button('Upgrade Moodle database now').click();
        await browser.waitUntil(async () => (await $('body').getText()).includes('upgrade_noncore'), {timeout: 60_000});
        expect(await phpFaults()).toEqual([]);
        await keepScreenshot('install-done');
        await button('Continue').click();
        await $('#page-admin-upgradesettings, #page-admin-index, #page-admin-search').waitForExist();
        // Two first calls of Moodle's router at once break the cache that it writes: one alone does not.
        await fetch(`${pair.client.url}/r.php/api/rest/v2/user/current/preferences/drawer-open-block`);
        await consoleErrors();
    });

    it('is then known to Moodle with its tables', async () => {
        const [version] = await pair.client.sql(`SELECT value FROM {config_plugins} WHERE plugin = '${COMPONENT}' AND name = 'version'`);
        expect(version?.['value']).toMatch(/^20\d{8}$/);
        expect(await pair.client.sql('SELECT COUNT(*) AS n FROM {block_course_notification_due}')).toEqual([{n: '0'}]);
    });

    it('leaves the console of the browser empty on the first page after a purge', async () => {
        await pair.client.php(['admin/cli/purge_caches.php']);
        await consoleComplaints();
        await openPath('/my/');
        expect(await consoleComplaints()).toEqual([]);
        expect(await phpFaults()).toEqual([]);
        // The bundle came, and Moodle works with it.
        expect(await browser.execute(() => 'require' in window && document.querySelector('body.jsenabled') !== null)).toBe(true);
    });

    onceTold('asks for the new settings', async () => {
        await openPath('/admin/upgradesettings.php');
        await $('#adminsettings [type="submit"]').click();
        await settle();
    });

    it('shows the settings of the site without a complaint, on a narrow screen too', async () => {
        await openPath('/admin/settings.php?section=blocksettingcourse_notification');
        expect(await pageFaults()).toEqual([]);
        expect(await $('#id_s_block_course_notification_bulklimit').getValue()).toBe('200');
        await keepScreenshot('site-settings');
        await atWidth(320, async () => {
            await openPath('/admin/settings.php?section=blocksettingcourse_notification');
            expect(await overflow('#adminsettings input[type="text"], #adminsettings textarea')).toBe(0);
            await keepScreenshot('site-settings-320');
        });
    });
});

/** Puts a file through Moodle's file picker, as somebody who clicks would. */
async function uploadZip(path: string): Promise<void> {
    await $('.filepicker-filelist ~ div input.fp-btn-choose, input.fp-btn-choose').click();
    await $('.fp-repo-area').waitForDisplayed();
    await $('//*[contains(@class,"fp-repo-name")][contains(.,"Upload a file")]').click();
    await $('.fp-upload-form input[type="file"]').waitForExist();
    await $('.fp-upload-form input[type="file"]').addValue(path);
    await $('.fp-upload-btn').click();
    await $('.filepicker-filename a').waitForExist();
    await $('#id_submitbutton').click();
    await $('#region-main').waitForExist();
}
