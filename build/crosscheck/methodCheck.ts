import {demandedParameter, methodParameters, missingMethod, missingParameter, tooManyDemanded} from '../diagnostics/crosscheck.ts';
import type {Diagnostic, Place} from '../diagnostics/diagnostic.ts';
import type {Model} from '../manifest/model.ts';
import {nearest} from '../manifest/nearest.ts';
import type {Classes} from './classCheck.ts';
import type {PhpMethod} from './classTable.ts';
import {handedMethods, type Handed} from './handedMethods.ts';
import {lineOf} from './lineOf.ts';

/** Finds methods that the manifest names and that are not there, or take other parameters than they are handed. */
export function methodCheck(model: Model, classes: Classes, sources: ReadonlyMap<string, string>): readonly Diagnostic[] {
    return handedMethods(model).flatMap(handed => {
        const [place = '', name = ''] = handed.run.split('::');
        const full = `${model.component}\\local\\${place.replaceAll('/', '\\')}`;
        if (classes.others.has(full)) {
            return [];
        }
        const at: Place = {file: `${model.sources}/manifest.ts`, line: lineOf(sources.get('manifest.ts') ?? '', handed.run)};
        const holder = classes.known.get(full);
        const method = holder?.methods.get(name.toLowerCase());
        if (method === undefined ? holder?.inherits !== true : !(method.isStatic && method.isPublic)) {
            const near = nearest(name, [...holder?.methods.values() ?? []].map(known => known.name).filter(known => known !== name));
            return [missingMethod(at, handed.run, `${model.sources}/php/classes/local/${place}.php`, near)];
        }
        return method === undefined ? [] : problemsOf(method, handed).map(problem => methodParameters(at, handed.run, problem));
    });
}

function problemsOf(method: PhpMethod, {names, count}: Handed): readonly string[] {
    const required = method.parameters.filter(parameter => parameter.required);
    if (names === null) {
        return required.length > count ? [tooManyDemanded(count, required.length)] : [];
    }
    const taken = method.parameters.map(parameter => parameter.name);
    const takesAny = method.parameters.some(parameter => parameter.variadic);
    return [
        ...(takesAny ? [] : names.filter(name => !taken.includes(name)).map(missingParameter)),
        ...required.filter(parameter => !names.includes(parameter.name)).map(parameter => demandedParameter(parameter.name)),
    ];
}
