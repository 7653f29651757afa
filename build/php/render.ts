import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import Handlebars from 'handlebars';
import {phpString} from './literal.ts';

const TEMPLATES = join(import.meta.dirname, '../../templates');

const handlebars = Handlebars.create();
handlebars.registerHelper('string', (value: unknown) => phpString(String(value)));

const compiled = new Map<string, HandlebarsTemplateDelegate>();

/** Fills templates/<name>.hbs. A name that the data does not hold is an error, never an empty place. */
export function render(name: string, data: object): string {
    const known = compiled.get(name) ?? handlebars.compile(readFileSync(join(TEMPLATES, `${name}.hbs`), 'utf8'), {
        noEscape: true,
        strict: true,
        knownHelpersOnly: true,
        knownHelpers: {string: true},
    });
    compiled.set(name, known);
    return known(data);
}
