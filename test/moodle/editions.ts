import {existsSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Tree} from './tree.ts';

/** Where editions of Moodle part from Moodle in a way that would be taken for a fault of a plugin: made even in our copy. */
const PARTINGS = [
    // IOMAD shows a course to members of a company only; our people are in none.
    {file: 'local/iomad/classes/iomad.php', search: /(function iomad_check_course\([^{]*\{)/, write: '$1 return true;'},
    // A constant outside its module, which the browser refuses where Moodle serves the modules of a page in two bundles.
    {file: 'blocks/iomad_mycourses/amd/build/tab_preferences.min.js', search: /^const (?=selectors_dropdownSelectors)/m, write: 'var '},
];

export function evenOut(copy: string, tree: Pick<Tree, 'webRoot'>): void {
    for (const {file, search, write} of PARTINGS) {
        const path = join(copy, tree.webRoot, file);
        if (existsSync(path)) {
            const text = readFileSync(path, 'utf8');
            // Gone first: the file is a link to the given tree's.
            rmSync(path);
            writeFileSync(path, text.replace(search, write));
        }
    }
}
