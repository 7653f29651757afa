import ts from '../typescript.js';
import {undocumentedExport} from '../diagnostics/amd.ts';
import type {Diagnostic} from '../diagnostics/diagnostic.ts';
import {type DocComment, parseDocComment, printDocComment} from './docComment.ts';
import {docType, type TypeScope} from './docType.ts';
import type {Edit} from './edits.ts';
import {isExported, placeOf} from './syntax.ts';

type Tag = DocComment['tags'][number];
type Documented = {
    /** The statement or member that the comment stands above. */
    readonly holder: ts.Node;
    readonly made: ts.FunctionLikeDeclaration;
    readonly name: string;
};

/** Types move from the signature into the comment above it. */
export function docEdits(file: ts.SourceFile, scope: TypeScope, path: string): {edits: Edit[]; problems: Diagnostic[]} {
    const found = documented(file);
    return {
        edits: found.map(one => docEdit(one, scope)),
        problems: found
            .filter(({holder}) => isExported(holder) && commentOf(holder) === null)
            .map(({holder, name}) => undocumentedExport(placeOf(holder, path), name)),
    };
}

function documented(file: ts.SourceFile): Documented[] {
    const found: Documented[] = [];
    const visit = (node: ts.Node): void => {
        if ((ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node) || ts.isConstructorDeclaration(node)) && node.body !== undefined) {
            if (!ts.isObjectLiteralExpression(node.parent) || commentOf(node) !== null) {
                found.push({holder: node, made: node, name: node.name?.getText() ?? 'the default export'});
            }
        } else if (ts.isVariableStatement(node) && (isExported(node) || commentOf(node) !== null)) {
            const [only, ...others] = node.declarationList.declarations;
            const value = only?.initializer;
            if (only !== undefined && others.length === 0 && value !== undefined && (ts.isArrowFunction(value) || ts.isFunctionExpression(value))) {
                found.push({holder: node, made: value, name: only.name.getText()});
            }
        }
        ts.forEachChild(node, visit);
    };
    visit(file);
    return found;
}

/** The doc comment right above a node. */
export function commentOf(node: ts.Node): ts.JSDoc | null {
    return ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).filter(doc => doc.parent === node).at(-1) ?? null;
}

function docEdit({holder, made}: Documented, scope: TypeScope): Edit {
    const comment = commentOf(holder);
    const start = holder.getStart();
    const indent = ' '.repeat(holder.getSourceFile().getLineAndCharacterOfPosition(start).character);
    const said = parseDocComment(comment?.getText() ?? '/** */');
    const inner = typeParametersHidden(made, scope);
    const params = made.parameters.filter(param => param.name.getText() !== 'this').flatMap(param => paramTags(param, made, said, inner));
    const others = said.tags.filter(tag => !['param', 'returns', 'return'].includes(tag.name));
    const tags = [...params, ...returnTags(made, said, inner), ...others];
    const text = printDocComment({description: said.description, tags}, indent);
    const isEmpty = said.description.length + tags.length === 0;
    if (isEmpty && !ts.isFunctionDeclaration(holder)) {
        return {start, end: start, text: ''};
    }
    return comment === null ? {start, end: start, text: `${text}\n${indent}`} : {start: comment.pos, end: comment.end, text};
}

function typeParametersHidden(made: ts.FunctionLikeDeclaration, scope: TypeScope): TypeScope {
    return name => {
        const hidden = made.typeParameters?.find(parameter => parameter.name.text === name);
        return hidden === undefined ? scope(name) : {node: hidden.constraint ?? hidden, scope};
    };
}

function paramTags(param: ts.ParameterDeclaration, made: ts.FunctionLikeDeclaration, said: DocComment, scope: TypeScope): Tag[] {
    if (ts.isIdentifier(param.name)) {
        return [paramTag(param.name.text, typeOfParam(param, scope), param, said)];
    }
    const named = made.parameters.map(one => one.name.getText());
    const roots = said.tags.filter(tag => tag.name === 'param').map(tag => paramName(tag).split('.')[0] ?? '');
    const root = roots.find(name => !named.includes(name)) ?? 'options';
    const fields = ts.isObjectBindingPattern(param.name) ? param.name.elements : [];
    return [
        paramTag(root, typeOfParam(param, scope), param, said),
        ...fields.filter(field => field.dotDotDotToken === undefined).map(field => {
            const name = (field.propertyName ?? field.name).getText();
            return paramTag(`${root}.${name}`, docType(memberType(param.type, name, scope), scope), field, said);
        }),
    ];
}

const paramName = (tag: Tag): string => /^(?:\{[^}]*\}\s*)?\[?([\w.$]+)/.exec(tag.text)?.[1] ?? '';

function paramTag(name: string, type: string, param: ts.ParameterDeclaration | ts.BindingElement, said: DocComment): Tag {
    const written = said.tags.find(tag => tag.name === 'param' && [name, name.split('.').at(-1)].includes(paramName(tag)));
    const about = (written?.text ?? '').replace(/^(?:\{[^}]*\}\s*)?\S+\s*/, '');
    const isOptional = param.initializer !== undefined || (ts.isParameter(param) && param.questionToken !== undefined);
    return {name: 'param', text: `{${type}} ${isOptional ? `[${name}]` : name} ${about}`.trim()};
}

function typeOfParam(param: ts.ParameterDeclaration, scope: TypeScope): string {
    if (param.dotDotDotToken !== undefined) {
        return `...${docType(param.type !== undefined && ts.isArrayTypeNode(param.type) ? param.type.elementType : undefined, scope)}`;
    }
    return docType(param.type ?? param.initializer, scope);
}

/** The type of one field of a destructured parameter. */
function memberType(type: ts.Node | undefined, name: string, scope: TypeScope): ts.Node | undefined {
    if (type === undefined) {
        return undefined;
    }
    if (ts.isTypeLiteralNode(type) || ts.isInterfaceDeclaration(type)) {
        const member = type.members.find(one => one.name?.getText() === name);
        return member !== undefined && ts.isPropertySignature(member) ? member.type : undefined;
    }
    if (ts.isTypeAliasDeclaration(type)) {
        return memberType(type.type, name, scope);
    }
    return ts.isTypeReferenceNode(type) ? memberType(scope(type.typeName.getText())?.node, name, scope) : undefined;
}

function returnTags(made: ts.FunctionLikeDeclaration, said: DocComment, scope: TypeScope): Tag[] {
    const about = (said.tags.find(tag => ['returns', 'return'].includes(tag.name))?.text ?? '').replace(/^\{[^}]*\}\s*/, '');
    if (made.type === undefined ? about === '' : made.type.kind === ts.SyntaxKind.VoidKeyword) {
        return [];
    }
    return [{name: 'returns', text: `{${docType(made.type, scope)}} ${about}`.trim()}];
}
