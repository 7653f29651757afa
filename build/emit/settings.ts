import type {Emitter, Model} from '../manifest/model.ts';
import {phpClass, phpScript} from '../php/header.ts';
import {phpString} from '../php/literal.ts';
import {render} from '../php/render.ts';
import {pagesOf, pagesCode} from './adminpages.ts';
import {manifestOf} from './namesOf.ts';
import {settingCode} from './settingCode.ts';
import {settingsOf, wholeNumbers} from './settingValues.ts';

/** settings.php, and the admin setting classes that it needs. */
export const settings: Emitter = model => {
    const files = new Map<string, string>();
    if (settingsOf(model).length + pagesOf(model).length > 0) {
        const header = {component: model.component, source: manifestOf(model), summary: 'Settings and administration pages.', guard: true};
        files.set('settings.php', phpScript(header, settingsPage(model)));
    }
    if (wholeNumbers(model).length > 0) {
        files.set('classes/admin/whole_number.php', wholeNumberClass(model));
    }
    return files;
};

function settingsPage(model: Model): string {
    const own = settingsOf(model).length > 0;
    return [
        ...(model.type === 'block' ? blockPage(own, model) : treePage(own, model)),
        ...pagesCode(model),
    ].join('\n');
}

/** Moodle makes the page of a block, and shows it where something is left in $settings. */
function blockPage(own: boolean, model: Model): readonly string[] {
    return own ? ['if ($ADMIN->fulltree) {', ...settingLines(model), '}', ''] : ['$settings = null;', ''];
}

function treePage(own: boolean, model: Model): readonly string[] {
    const {component} = model;
    const title = `new lang_string('pluginname', ${phpString(component)})`;
    const parent = model.type === 'local' ? 'localplugins' : 'tools';
    const hasCategory = pagesOf(model).length > 0;
    const category = `${component}_category`;
    return [
        ...(hasCategory ? [`$ADMIN->add(${branchOf(model, parent)}, new admin_category('${category}', ${title}));`, ''] : []),
        ...(own ? [
            'if ($hassiteconfig) {',
            `$settings = new admin_settingpage('${component}', ${hasCategory ? "new lang_string('settings')" : title});`,
            'if ($ADMIN->fulltree) {',
            ...settingLines(model),
            '}',
            `$ADMIN->add('${hasCategory ? category : parent}', $settings);`,
            '}',
            '',
        ] : []),
    ];
}

/** Moodle keeps its own branches for those who configure the site; pages for others hang where everybody finds them. */
function branchOf(model: Model, parent: string): string {
    const isforothers = pagesOf(model).some(([, {needs}]) => needs !== 'moodle/site:config');
    return isforothers ? `$hassiteconfig ? '${parent}' : 'modules'` : `'${parent}'`;
}

const settingLines = (model: Model): readonly string[] => settingsOf(model).map(([name, setting]) => settingCode(model, name, setting));

function wholeNumberClass(model: Model): string {
    return phpClass({
        component: model.component,
        source: manifestOf(model),
        summary: 'Admin setting for a whole number within bounds.',
        namespace: `${model.component}\\admin`,
        uses: ['admin_setting_configtext'],
    }, render('classes/admin/whole_number.php', {component: model.component}));
}
