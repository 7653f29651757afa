/**
 * The last step of Moodle's Babel chain, as its AMD loader needs it: the module carries its own name, and one that has a default
 * export is that default.
 *
 * The blank in `define ` keeps Moodle's server from adding a name of its own to what it serves.
 */

/** The few node shapes this reads and writes; Babel 7.17 brings no types of its own. */
type Node = {type: string; [key: string]: unknown};
type Statement = Node & {expression?: Node};
type Babel = {
    types: {stringLiteral(value: string): Node};
    readonly template: (code: string) => () => Node;
};
type Program = {node: {body: Statement[]}};

const isCall = (node: Node | undefined, name: string): boolean =>
    node?.type === 'CallExpression' && (node.callee as Node).type === 'Identifier' && (node.callee as Node).name === name;

/** `_exports` where the node is `_exports.default = ...`, however deep in a chain of assignments. */
function assignedDefault(node: Node | undefined): string | null {
    if (node?.type !== 'AssignmentExpression') {
        return null;
    }
    const left = node.left as Node;
    const object = left.object as Node | undefined;
    const property = left.property as Node | undefined;
    const isDefault = left.type === 'MemberExpression' && property?.name === 'default' && /^_?exports$/.test(String(object?.name));
    return isDefault ? String(object?.name) : assignedDefault(node.right as Node);
}

/** `_exports` where the node is `Object.defineProperty(_exports, "default", ...)`: a default that is passed on. */
function definedDefault(node: Node | undefined): string | null {
    const callee = node?.type === 'CallExpression' ? node.callee as Node : null;
    if ((callee?.object as Node | undefined)?.name !== 'Object' || (callee?.property as Node | undefined)?.name !== 'defineProperty') {
        return null;
    }
    const [target, key] = node?.arguments as Node[];
    return key?.value === 'default' && /^_?exports$/.test(String(target?.name)) ? String(target?.name) : null;
}

export function addModuleName(name: string): (babel: Babel) => {visitor: unknown} {
    return ({types, template}) => ({
        visitor: {
            Program: {
                exit(program: Program): void {
                    const define = program.node.body.map(statement => statement.expression).find(node => isCall(node, 'define'));
                    if (define === undefined) {
                        return;
                    }
                    const factory = (define.arguments as Node[]).at(-1);
                    const body = (factory?.body as {body: Statement[]} | undefined)?.body ?? [];
                    const exported = body
                        .map(({expression}) => assignedDefault(expression) ?? definedDefault(expression))
                        .find(found => found !== null);
                    if (exported !== undefined) {
                        body.push(template(`return ${exported}.default`)());
                    }
                    (define.arguments as Node[]).unshift(types.stringLiteral(name));
                    (define.callee as Node).name = 'define ';
                },
            },
        },
    });
}
