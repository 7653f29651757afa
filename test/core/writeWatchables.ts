import {writeFileSync} from 'node:fs';
import {formatList, type Watchable} from '../../build/core/watchables.ts';
import {moodleTrees} from '../amd/moodleTrees.ts';
import {watchableClasses} from './watchableClasses.ts';

/** Writes build/core/watchables.txt anew from the Moodle trees at hand: `npx tsx test/core/writeWatchables.ts`. */
const trees = moodleTrees().map(({release, web}) => [release.split('.').slice(0, 2).join('.'), watchableClasses(web)] as const);
const lists = new Map(trees.map(([release, list]) => [release, list.filter(one => !isAnEditions(one, release))]));
writeFileSync(new URL('../../build/core/watchables.txt', import.meta.url), formatList(lists));
console.log(`${[...lists.keys()].join(', ')}: written`);

/** A component that neither the oldest nor the newest tree has is not Moodle's, but that of an edition of Moodle. */
function isAnEditions({name}: Watchable, release: string): boolean {
    const [component] = name.split('\\');
    const others = [trees.at(0), trees.at(-1)];
    return others.every(tree => tree !== undefined && tree[0] !== release && !tree[1].some(other => other.name.startsWith(`${component}\\`)));
}
