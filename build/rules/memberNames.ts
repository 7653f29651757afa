import ts from '../typescript.js';
import * as say from '../diagnostics/rules.ts';
import type {ModuleContext} from './moduleContext.ts';
import {snakeCase} from '../snakeCase.ts';
import {constantName, isReserved} from './phpNames.ts';

/** A name that PHP takes and does not call by itself, such as `__get`. */
const PHP_NAME = /^(?!__)[A-Za-z_]\w*(\(\))?$/;

/** The class, its methods and its constants have names that PHP takes, each once: PHP looks at no case in method names. */
export function checkMemberNames(context: ModuleContext, moduleName: string): void {
    const taken = new Map<string, string>();
    const check = (node: ts.Node, name: string, phpName: string): void => {
        const other = taken.get(phpName);
        if (isReserved(phpName) || !PHP_NAME.test(phpName)) {
            context.refuse(node, place => say.reservedName(place, name));
        } else if (other !== undefined) {
            context.refuse(node, place => say.nameClash(place, other, name, phpName));
        }
        taken.set(phpName, name);
    };
    if (isReserved(snakeCase(moduleName))) {
        context.refuse(context.source, place => say.reservedName(place, moduleName));
    }
    for (const node of context.source.statements) {
        if (ts.isFunctionDeclaration(node) && node.name !== undefined) {
            const {name} = node;
            check(name, name.text, `${snakeCase(name.text)}()`);
            if (snakeCase(name.text) === snakeCase(moduleName)) {
                context.refuse(name, place => say.namedAsModule(place, name.text));
            }
        }
        for (const {name} of ts.isVariableStatement(node) ? node.declarationList.declarations : []) {
            check(name, name.getText(), constantName(name.getText()));
        }
    }
}
