import {body} from './statements.ts';
import {expression} from './expressions.ts';
import {anyKind, LETTER, LETTERS, listOf, NUMBER, STRING, written, type Field, type RecordKind} from './kinds.ts';
import {Random} from './random.ts';
import {Scope, type Helper, type Name} from './scope.ts';

/** A rules module, made from a seed: types, constants, rules that call each other. */
export function programOf(seed: number): string {
    const random = new Random(seed);
    const records = recordKinds(random);
    const types = records.map(record => `type ${record.name} = {${record.fields.map(field => `readonly ${field.name}: ${written(field.kind)}`).join('; ')}};`);
    const constants = constantsOf(random, records);
    const helpers: Helper[] = [];
    const functions: string[] = [];
    for (const index of random.times(1, 3, at => at)) {
        const parameters = random.times(1, 4, at => ({text: `v${at}`, kind: anyKind(random, records)}));
        const gives = anyKind(random, records);
        const scope = new Scope({random, records, helpers, names: [...constants.names, ...parameters]});
        const name = `rule${String.fromCharCode(65 + index)}`;
        functions.push([
            `/** Rule ${index}. */`,
            `export function ${name}(${parameters.map(({text, kind}) => `${text}: ${written(kind)}`).join(', ')}): ${written(gives)} {`,
            ...body(scope, gives, 1 + random.below(5)).map(line => `    ${line}`),
            '}',
        ].join('\n'));
        helpers.push({name, takes: parameters.map(({kind}) => kind), gives});
    }
    const letters = `type Letter = ${LETTERS.map(letter => `'${letter}'`).join(' | ')};`;
    return `${[letters, ...types, '', ...constants.lines, '', ...functions].join('\n')}\n`;
}

function recordKinds(random: Random): readonly RecordKind[] {
    const made: RecordKind[] = [];
    for (const index of random.times(1, 2, at => at)) {
        const fields: readonly Field[] = [{name: 'rank', kind: NUMBER}, ...random.times(1, 3, at => ({name: ['id', 'up_to', 'name2', 'constructor'][at] ?? 'other', kind: anyKind(random, made, 1)}))];
        made.push({kind: 'record', name: `Item${index}`, fields});
    }
    return made;
}

function constantsOf(random: Random, records: readonly RecordKind[]): {readonly lines: readonly string[]; readonly names: readonly Name[]} {
    const empty = new Scope({random, records: [], helpers: [], names: []});
    const [record] = records;
    return {
        lines: [
            '/** Seconds in a day. */', 'const DAY = 86400;',
            '/** All letters. */', `const LETTERS_OF: readonly Letter[] = [${LETTERS.map(letter => `'${letter}'`).join(', ')}];`,
            '/** Some texts. */', `const TEXTS: readonly string[] = [${random.times(0, 3, () => expression(empty, STRING, 0)).join(', ')}];`,
            ...(record === undefined ? [] : ['/** An item. */', `const FIRST: ${record.name} = ${expression(empty, record, 0)};`]),
        ],
        names: [
            {text: 'LETTERS_OF', kind: listOf(LETTER)}, {text: 'TEXTS', kind: listOf(STRING)},
            ...(record === undefined ? [] : [{text: 'FIRST', kind: record}]),
        ],
    };
}
