import ts from 'typescript';
import {holdTogether} from './holdTogether.ts';

/** A smaller program that differs still: statements go, and expressions become one of their parts, as long as that is so. */
export async function shrink(program: string, inputs: number, seed: number, rounds = 40): Promise<string> {
    let smallest = program;
    for (let round = 0; round < rounds; round += 1) {
        const candidates = smaller(smallest).slice(0, 400);
        const {differences} = await holdTogether(candidates, inputs, seed);
        const found = [...new Set(differences.map(difference => difference.program))]
            .map(index => candidates[index] ?? '')
            .toSorted((a, b) => a.length - b.length)
            .at(0);
        if (found === undefined) {
            return smallest;
        }
        smallest = found;
    }
    return smallest;
}

/** The program with one thing taken out or made simpler, the largest cuts first. */
function smaller(program: string): readonly string[] {
    const file = ts.createSourceFile('program.ts', program, ts.ScriptTarget.ESNext, true);
    const cuts: {readonly from: number; readonly to: number; readonly by: string}[] = [];
    const visit = (node: ts.Node): void => {
        const [from, to] = [node.getStart(file), node.end];
        if (ts.isStatement(node) && !ts.isBlock(node)) {
            cuts.push({from: node.getFullStart(), to, by: '\n'});
        }
        if (isExpression(node)) {
            const parts: ts.Node[] = [];
            node.forEachChild(child => void parts.push(child));
            const simple = ['0', '1', "''", 'true', 'false', '[]', 'null'].filter(text => text.length < to - from);
            cuts.push(...[...parts.filter(isExpression).map(part => part.getText(file)), ...simple].map(by => ({from, to, by})));
        }
        node.forEachChild(visit);
    };
    visit(file);
    return cuts
        .toSorted((a, b) => b.to - b.from - b.by.length - (a.to - a.from - a.by.length))
        .map(({from, to, by}) => program.slice(0, from) + by + program.slice(to));
}

const isExpression = (node: ts.Node): boolean =>
    ts.isExpression(node) && !ts.isTypeNode(node) && !(ts.isIdentifier(node) && (ts.isPropertyAccessExpression(node.parent) || ('name' in node.parent && node.parent.name === node)));
