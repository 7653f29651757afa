import {join} from 'node:path';
import {Memory, type Question} from './memory.ts';

const project = join(import.meta.dirname, '../..');
const memory = new Memory(project, join(project, 'node_modules/.cache/moodle-plugin-suite/finished'));

/** The one memory of finished work that all of the build shares. */
export const remembered = <T>(question: Question, make: () => T | Promise<T>, isGood?: (answer: T) => boolean | Promise<boolean>): Promise<T> =>
    memory.remembered(question, make, isGood);

export type {Question};
