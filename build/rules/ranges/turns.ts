import type {Run} from './run.ts';
import {afterTurns, atTurn, intersection, isInside, join, settled, widened, type Shape} from './shape.ts';

const TRIALS = 6;

/**
 * What a value is after any number of turns, each of which makes the next one of it.
 *
 * First what all turns together can reach is looked for: what grows by a step each time grows by all of them, and what grows in
 * another way without end. Then one turn from there shows what it really comes to, as where the turn itself holds it back.
 */
export function turns(run: Run, entry: Shape, turn: (before: Shape) => Shape): Shape {
    const reached = run.trial(() => {
        let known = settled(entry);
        for (let count = 0; ; count += 1) {
            const before = atTurn(known);
            const next = afterTurns(settled(entry), before, turn(before));
            if (isInside(next, known)) {
                return intersection(known, join(settled(entry), settled(turn(atTurn(known)))));
            }
            known = count < TRIALS ? settled(join(known, next)) : widened(known, next);
        }
    });
    const before = atTurn(reached);
    return intersectionWithGrowth(afterTurns(entry, before, turn(before)), reached);
}

/** The ranges of the one, and the growth of the other. */
function intersectionWithGrowth(grown: Shape, reached: Shape): Shape {
    const {number, item, fields} = grown;
    return {
        number: number === null || reached.number === null ? (number ?? reached.number) : {...reached.number, growth: number.growth},
        item: item === null || reached.item === null ? (item ?? reached.item) : intersectionWithGrowth(item, reached.item),
        fields: fields === null || reached.fields === null
            ? (fields ?? reached.fields)
            : new Map([...fields].map(([name, field]) => [name, intersectionWithGrowth(field, reached.fields?.get(name) ?? field)])),
    };
}
