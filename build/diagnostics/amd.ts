import type {Diagnostic, Place} from './diagnostic.ts';

/** What the browser build can say, one function a message. */

export function defaultWithNamed(place: Place, named: readonly string[]): Diagnostic {
    return {
        ...place,
        code: 'default-with-named',
        message: `A default export hides the named ones (${named.join(', ')}) from AMD. Export all by name, or only the default.`,
    };
}

export function notErasable(place: Place, syntax: string): Diagnostic {
    return {
        ...place,
        code: 'not-erasable',
        message: `\`${syntax}\` is more than a type: taking types out would change what runs. ` +
            'Use a plain object or a union instead of an enum, an ES module instead of a namespace, a field instead of a parameter property.',
    };
}

export function assertionHolds(place: Place, code: string): Diagnostic {
    return {
        ...place,
        code: 'assertion-holds',
        message: `\`${code}\` holds its expression together: without the type, what stands beside it would be read otherwise. Put brackets around it.`,
    };
}

export function changesMeaning(place: Place): Diagnostic {
    return {
        ...place,
        code: 'changes-meaning',
        message: 'Without its types this would do something else than what TypeScript makes of it. End the statement before it, or the field, with a semicolon, ' +
            'put brackets around type assertions, or write it in plainer words.',
    };
}

export function doesNotParse(place: Place, reason: string): Diagnostic {
    return {...place, code: 'does-not-parse', message: `This is not TypeScript: ${reason}`};
}

export function unknownCoreModule(place: Place, name: string): Diagnostic {
    return {
        ...place,
        code: 'unknown-core-module',
        message: `'${name}' has no types here. Describe what you use of it in build/types/moodle/, or check the name.`,
    };
}

export function packageImport(place: Place, name: string): Diagnostic {
    return {
        ...place,
        code: 'package-import',
        message: `'${name}' is a package: the browser gets only Moodle's modules and this plugin's own. Write what you need in amd/ or rules/.`,
    };
}

export function importLeavesPlugin(place: Place, name: string): Diagnostic {
    return {
        ...place,
        code: 'import-leaves-plugin',
        message: `'${name}' is not among this plugin's amd/, rules/ and client.ts, and nothing else reaches the browser. ` +
            'Move it there, or import it with `import type`.',
    };
}

export function unknownOwnModule(place: Place, name: string): Diagnostic {
    return {...place, code: 'unknown-own-module', message: `'${name}': no such file in this plugin or in a part that it asks for. Relative imports end in .ts.`};
}

export function valueOfTypes(place: Place, name: string): Diagnostic {
    return {...place, code: 'value-of-types', message: `'${name}' holds only types, so the browser has no such module. Write \`import type\`.`};
}

export function definesNothing(place: Place): Diagnostic {
    return {
        ...place,
        code: 'defines-nothing',
        message: 'This module neither imports nor exports anything: it would define no AMD module, and Moodle could load none of the site\'s. Export what it does.',
    };
}

export function undocumentedExport(place: Place, name: string): Diagnostic {
    return {...place, code: 'undocumented-export', message: `Say in a /** comment */ above it what ${name} does: it is published.`};
}

export function amdFileName(place: Place, name: string): Diagnostic {
    return {...place, code: 'amd-file-name', message: `${name}: browser modules are named in lower case with underscores, as in Moodle.`};
}

export function sameModuleTwice(place: Place, name: string, other: string): Diagnostic {
    return {...place, code: 'same-module-twice', message: `${name} is made from ${other} as well. Rename one of them.`};
}

export function browserChainMissing(): Diagnostic {
    return {
        file: null,
        line: null,
        code: 'browser-build-missing',
        message: "The packages that Moodle's browser code is built with are not there. Run `npm ci --prefix build/amd`.",
    };
}

export function cannotTransform(place: Place, reason: string): Diagnostic {
    return {...place, code: 'cannot-transform', message: `Babel refuses this module: ${reason}`};
}
