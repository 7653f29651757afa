import type ts from 'typescript';
import {skipParentheses} from '../expressions.ts';
import {MOST_ITEMS} from './bounds.ts';
import {evaluate} from './expressions.ts';
import {callCallback} from './functions.ts';
import type {Run} from './run.ts';
import {join, listOf, NOTHING, numberOf, type Shape} from './shape.ts';
import {turns} from './turns.ts';

const INDEX = numberOf({low: 0, high: MOST_ITEMS - 1});

/** What a method of a list gives. */
export function listCall(run: Run, node: ts.CallExpression, target: ts.PropertyAccessExpression): Shape {
    const list = evaluate(run, target.expression);
    const item = list.item ?? NOTHING;
    const callback = node.arguments[0] === undefined ? undefined : skipParentheses(node.arguments[0]);
    switch (target.name.text) {
        case 'map':
            return listOf(callCallback(run, callback, [item, INDEX]));
        case 'flatMap':
            return listOf(callCallback(run, callback, [item, INDEX]).item ?? NOTHING);
        case 'filter':
            callCallback(run, callback, [item, INDEX]);
            return listOf(item);
        case 'find':
            callCallback(run, callback, [item, INDEX]);
            return item;
        case 'toSorted':
            callCallback(run, callback, [item, item]);
            return listOf(item);
        case 'reduce':
            return turns(run, evaluate(run, node.arguments[1] ?? node), before => callCallback(run, callback, [before, item]));
        case 'some':
        case 'every':
            callCallback(run, callback, [item, INDEX]);
            return NOTHING;
        default:
            return withoutCallback(target.name.text, item, node.arguments.map(argument => evaluate(run, argument)));
    }
}

function withoutCallback(name: string, item: Shape, given: readonly Shape[]): Shape {
    switch (name) {
        case 'at':
            return item;
        case 'indexOf':
            return numberOf({low: -1, high: MOST_ITEMS - 1});
        case 'concat':
            return listOf([item, ...given.map(list => list.item ?? NOTHING)].reduce(join));
        case 'slice':
        case 'toReversed':
            return listOf(item);
        default:
            return NOTHING;
    }
}
