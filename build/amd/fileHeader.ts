import {parseDocComment, printDocComment} from './docComment.ts';

const GPL = `// This file is part of Moodle - http://moodle.org/
//
// Moodle is free software: you can redistribute it and/or modify
// it under the terms of the GNU General Public License as published by
// the Free Software Foundation, either version 3 of the License, or
// (at your option) any later version.
//
// Moodle is distributed in the hope that it will be useful,
// but WITHOUT ANY WARRANTY; without even the implied warranty of
// MERCHANTABILITY or FITNESS FOR A PARTICULAR PURPOSE.  See the
// GNU General Public License for more details.
//
// You should have received a copy of the GNU General Public License
// along with Moodle.  If not, see <http://www.gnu.org/licenses/>.
`;

/** The head of a browser module: licence, what made it, what it is. */
export function fileHeader(module: string, source: string, about: string): string {
    const {description, tags} = parseDocComment(about);
    const own = [
        {name: 'module', text: `    ${module}`},
        {name: 'copyright', text: ' 2026 Moodle Plugin Suite contributors'},
        {name: 'license', text: '   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later'},
    ];
    const kept = tags.filter(tag => !['module', 'copyright', 'license', 'file'].includes(tag.name));
    return `${GPL}\n// Made from ${source}. Change it there.\n\n${printDocComment({description, tags: [...own, ...kept]}, '')}\n`;
}

/** How a source starts: its own licence note, which the header replaces, and what it says about the whole file. */
export function leadingNote(text: string): {readonly about: string; readonly end: number} {
    const licence = /^(?:\s*\/\/[^\n]*\n)*/.exec(text)?.[0] ?? '';
    const start = licence.includes('This file is part of Moodle') ? licence.length : 0;
    const [whole, comment, after] = /^\s*(\/\*\*(?:[^*]|\*(?!\/))*\*\/)([ \t]*\n\s*)/.exec(text.slice(start)) ?? [];
    if (whole === undefined || comment === undefined || after === undefined) {
        return {about: '/** */', end: start};
    }
    const next = text.slice(start + whole.length);
    const isAboutFile = after.split('\n').length > 2 || /^(import\b|\/\*\*)/.test(next) || /@(module|file)\b/.test(comment);
    return isAboutFile ? {about: comment, end: start + whole.length} : {about: '/** */', end: start};
}
