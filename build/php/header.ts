/** What the head of a PHP file says. */
export type Header = {
    readonly component: string;
    /** Project-relative path of what the file is made from. */
    readonly source: string;
    /** One sentence, without a full stop at risk: it is the file's description. */
    readonly summary: string;
    /** Further lines of the description. */
    readonly details?: readonly string[];
};

export type ScriptHeader = Header & {
    /** Stops a direct request: wanted where a file has side effects and no entry script of its own. */
    readonly guard?: boolean;
};

export type ClassHeader = Header & {
    readonly namespace: string;
    readonly uses?: readonly string[];
    /** The class of the same namespace that a test is about: PHPUnit 9 reads it in the docblock, which moodle-cs wants next to the class; PHPUnit 12 in the attribute alone. */
    readonly covers?: string;
};

const LICENCE = [
    'This file is part of Moodle - https://moodle.org/',
    '',
    'Moodle is free software: you can redistribute it and/or modify',
    'it under the terms of the GNU General Public License as published by',
    'the Free Software Foundation, either version 3 of the License, or',
    '(at your option) any later version.',
    '',
    'Moodle is distributed in the hope that it will be useful,',
    'but WITHOUT ANY WARRANTY; without even the implied warranty of',
    'MERCHANTABILITY or FITNESS FOR A PARTICULAR PURPOSE.  See the',
    'GNU General Public License for more details.',
    '',
    'You should have received a copy of the GNU General Public License',
    'along with Moodle.  If not, see <https://www.gnu.org/licenses/>.',
];

/** The licence as `//` comments: the head of every PHP and JavaScript file that Moodle takes. */
export const licenceComment: string = LICENCE.map(line => `// ${line}`.trimEnd()).join('\n');

/** A file of statements or functions: its docblock stands at the top. */
export function phpScript(header: ScriptHeader, body: string): string {
    const guard = header.guard === true ? "defined('MOODLE_INTERNAL') || die();\n\n" : '';
    return `<?php\n${licenceComment}\n\n${docblock(header)}\n\n${guard}${body.trim()}\n`;
}

/** A file of one class: the docblock belongs to the class, so the body starts with the class itself. */
export function phpClass(header: ClassHeader, body: string): string {
    const uses = [...new Set(header.uses ?? [])].sort().map(name => `use ${name};\n`).join('');
    const imports = uses === '' ? '' : `${uses}\n`;
    const covers = header.covers === undefined ? '' : `#[\\PHPUnit\\Framework\\Attributes\\CoversClass(${header.covers}::class)]\n`;
    return `<?php\n${licenceComment}\n\nnamespace ${header.namespace};\n\n${imports}${covers}${docblock(header)}\n${body.trim()}\n`;
}

/** The sentence that keeps people from editing a generated file. */
export const madeFrom = (source: string): string => `Made from ${source} by the build: change that file, not this one.`;

/** Running text inside a docblock, on as many lines as it takes. */
export function docText(text: string, depth = 0, width = 120): string {
    const indent = '    '.repeat(depth);
    const lines = text.replaceAll('*/', '* /').match(new RegExp(`.{1,${width}}(?:\\s|$)|\\S+\\s?`, 'g')) ?? [text];
    return lines.map(line => line.trim()).join(`\n${indent} * `);
}

function docblock(header: Header & Partial<ClassHeader>): string {
    const lines = [
        docText(header.summary),
        ...(header.details === undefined ? [] : ['', ...header.details.map(line => docText(line))]),
        '',
        madeFrom(header.source),
        '',
        `@package    ${header.component}`,
        '@copyright  2026 Moodle Plugin Suite contributors',
        '@license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later',
        ...(header.covers === undefined ? [] : [`@covers     \\${header.namespace}\\${header.covers}`]),
    ];
    return ['/**', ...lines.map(line => ` * ${line}`.trimEnd()), ' */'].join('\n');
}
