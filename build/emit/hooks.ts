import type {Emitter} from '../manifest/model.ts';
import {phpScript} from '../php/header.ts';
import {code, phpLiteral} from '../php/literal.ts';
import {manifestOf} from './namesOf.ts';

/** db/hooks.php: which hand-written method answers which hook of Moodle. */
export const hooks: Emitter = model => {
    const answers = Object.entries(model.spec.hooks ?? {});
    if (answers.length === 0) {
        return new Map();
    }
    const header = {component: model.component, source: manifestOf(model), summary: 'Answers to hooks.', guard: true};
    const callbacks = answers.map(([hook, {run, priority}]) => {
        const [place = '', name = ''] = run.split('::');
        return {hook: code(`\\${hook}::class`), callback: [code(`\\${model.component}\\local\\${place.replaceAll('/', '\\')}::class`), name], priority};
    });
    return new Map([['db/hooks.php', phpScript(header, `$callbacks = ${phpLiteral(callbacks)};`)]]);
};
