import type {Diagnostic, Place} from './diagnostic.ts';

/** What the rules compiler says: what it cannot turn into the same PHP and JavaScript, and what to write instead. */

const ADVICE = {
    'alias-of-changed-list':
        'a list that is filled with push may not get a second name, since PHP copies it and JavaScript does not. Fill it completely, then return it or spread it.',
    'arrow-body': 'a callback is one expression here. Write it as `x => expression`, or move the steps into a function of the module.',
    'arrow-place': 'a function is no value here. Write it as the callback of a list method, or as a function of the module.',
    assignment: 'an assignment is a statement of its own here. Write it on its own line.',
    'assign-target': 'only a local `let` may be given a new value. Copy what you need into a `let`, or build a new record with `{...record, key: value}`.',
    assertion: 'an assertion hides what the checker would find. Give the value its type where it is made; `as const` and `satisfies` are fine.',
    'at-index': 'the index of `at` must be a whole number written out. For a counted index write `list[index] ?? …`.',
    'beyond-exact':
        'this may pass 2^53 - 1, from where on JavaScript rounds and PHP does not. A number that a rule is given is at most 10,000,000,000 either way, and a list has at most 500,000 items. Hold what may grow, as in `Math.min(1000, Math.max(0, n))`, or say in the type how large it may be: `/** @minimum 0 @maximum 1000 */`.',
    bits: 'bit operators cut numbers to 32 bits in JavaScript and not in PHP. Write it with +, -, * and %, or with booleans.',
    'boolean-call': 'what counts as true differs between PHP and JavaScript. Write the comparison, as in `value !== 0`.',
    'call-target': 'only functions of the rules, list methods, string methods and Math may be called.',
    'call-arity': 'a rule is called with all its arguments, one by one, with no spread.',
    'case-twice': 'this case stands above already. Take one of them out.',
    class: 'there are no classes in rules. Write functions over plain records.',
    'comma-operator': 'one expression at a time. Write two statements.',
    comparator:
        'a sort must be provably the same in both languages. Write `(a, b) => a.key - b.key`, or `a.key === b.key ? <next> : a.key - b.key` with the same key in all four places; a key may be `RANKS.indexOf(a.role)`.',
    'compare-objects': 'PHP compares lists and records by what they hold, JavaScript by identity. Compare their fields.',
    'compare-order': 'PHP orders numeric texts as numbers and JavaScript by UTF-16 units. Order numbers, or ranks from a list constant.',
    'compare-undefined': 'there is no `undefined` in PHP. Use null.',
    'concat-types': "`+` joins two strings or adds two whole numbers here. Write a template text: `${a}${b}`.",
    'constant-value': 'a constant of the module is made of literals and other constants. Compute it in a function.',
    'computed-key': 'a computed key may be a number for PHP. Write the keys out, or keep a list of {key, value} records.',
    declared: '`declare`, and a function without a body, promise what is nowhere. Write the function with its body, once.',
    'default-export': 'a rule has a name. Write `export function name`.',
    'default-parameter': 'PHP and JavaScript differ on what a missing argument is. Make every parameter required; null may say "none".',
    delete: 'nothing is changed in place here. Build a new record.',
    destructuring: 'only plain names can be taken apart here: `const {a, b} = record` or `const [a, b] = pair`. No defaults, no rest, no nesting.',
    division: 'a fraction is no whole number, and floats differ in print. Write `Math.floor(a / b)`, `Math.ceil(a / b)` or `Math.trunc(a / b)`.',
    divisor:
        'PHP throws on a division by zero and JavaScript gives NaN. Divide by a number written out, by a constant of the module, or by `Math.max(1, n)`.',
    'empty-separator': 'the text to look for must be a constant that is not empty.',
    enum: "an enum is not erasable. Write a union of literals: `type Kind = 'a' | 'b'`.",
    exponent: '`**` leaves the whole numbers soon. Multiply.',
    float: 'a rule counts in whole numbers up to 2^53 - 1. Use a smaller unit (seconds, cents, per mille).',
    'for-each': 'a callback gives a value here, it does nothing. Write `for (const item of list)`.',
    'for-in': 'key order differs between the languages for numeric keys. Write `for (const item of list)`.',
    generic: 'a rule has no type parameters: the tests make inputs from its types. Write the types out.',
    global: 'a rule reads nothing but its parameters. Hand the value in as a parameter (a time as whole seconds).',
    'half-letter': 'half of a letter (a lone surrogate) is a text in JavaScript and none in UTF-8. Write the whole letter.',
    hidden: '`@ts-…` in a comment hides what the checker finds. Write it so that the checker agrees.',
    'hoist-sort': 'PHP sorts in a statement of its own, and there is no room for one here. Write `const sorted = list.toSorted(…)` before.',
    'import-cycle': 'the module named here imports this one in turn, so which constants are there first hangs on which is loaded first. Move what both need into a third module, or import types only.',
    import: 'rules import from other rules only, as in `./other.ts`, by name.',
    'index-unguarded': '`list[i]` may be missing. Say what then: `list[i] ?? null`.',
    'index-string': 'positions in a text are UTF-16 units in JavaScript and bytes in PHP. Compare whole texts, or use includes, startsWith, endsWith, split.',
    'in-place':
        'this changes a list in place: PHP would change a copy. Write `toSorted(…)`, `toReversed()`, `slice(…)` or `[...list, item]`.',
    join: 'only texts and whole numbers are joined the same in both languages. Map the items to texts first.',
    'join-separator': 'the separator must be given, as in `join(\', \')`.',
    label: 'no labels: move the inner loop into a function.',
    'let-without-value': 'a variable without a value is undefined. Give it one, such as null.',
    'list-method': 'this method has no exact twin in PHP. There are map, filter, find, some, every, includes, indexOf, slice, concat, join, at, reduce, flatMap, toSorted, toReversed.',
    'list-search': 'only texts, whole numbers, booleans and null are found the same in both languages. Write `list.some(item => item.key === …)`.',
    loop: 'only `for (const item of list)` surely ends. Write it so, or with list methods.',
    math: 'of Math there are abs, min, max with at least one plain argument, and floor, ceil, trunc of `a / b`.',
    'math-round': 'halves are rounded upwards here and away from zero in PHP. Write `Math.floor((2 * a + b) / (2 * b))`.',
    'module-statement': 'a rules module holds imports, types, constants and functions. Nothing runs while it is loaded.',
    'module-let': 'a module that changes is no rule. Make it a `const`.',
    'module-function': 'a rule is a function declaration. Write `function name(…) {…}`.',
    'new': 'nothing is constructed here. Write a plain record or list.',
    'non-null': '`!` hides what the checker would find. Write `value ?? …` or test for null.',
    'number-text': 'a number becomes text with `String(n)` or `${n}`.',
    'optional-call': 'write the test out: `value === null ? … : value.method(…)`.',
    'optional-parameter': 'there is no `undefined` in PHP. Make it `name: Type | null`.',
    'pad-start': 'the length of a text is counted differently in PHP. `padStart` may be used as `String(n).padStart(2, \'0\')`.',
    predicate: '`is` promises a type that nobody proves. Give back a boolean and compare a field that says which one it is, or write the test into the arrow function: `filter(item => item !== null)`.',
    'push-in-loop': 'a list that is being looped over may not grow. Fill another list.',
    'push-target': 'push may be used on a list that this function made with `const list: Type[] = []`.',
    'push-value': '`push` gives a length in JavaScript. Write it as a statement of its own.',
    'record-or-map': 'a key that is not written in the type may be a number for PHP, or `constructor` for JavaScript. Use a union of literals as the key type, or a list of {key, value} records.',
    recursion: 'a rule may not call itself, also not through others: the depth that both languages bear differs. Write a loop.',
    'reduce-index': 'array_reduce() of PHP hands over the sum and the item, no index. Write `for (const [index, item] of list.entries())`.',
    regex: 'the two languages read regular expressions differently. Use includes, startsWith, endsWith, split.',
    'replace-text': 'the replacement must be a text constant without `$`, which JavaScript would read as a pattern. Otherwise write `split(a).join(b)`.',
    'rest-parameter': 'hand in a list: `name: readonly Type[]`.',
    'rule-alone': 'a function with more than one parameter is handed the index as well. Write the arrow: `x => name(x)`.',
    slice: 'counted positions differ at the ends. Write `slice(n)`, `slice(0, n)`, numbers that are written out, or `slice(from).slice(0, count)`.',
    'sort-default': "without a comparator JavaScript sorts by text, also numbers. Write `toSorted((a, b) => a - b)`.",
    'spread-kind': 'only lists are spread into lists, and records into records.',
    'start-value': 'without a start value an empty list is an error. Write `reduce((sum, item) => …, 0)`.',
    statement: 'a statement does something here: an assignment, `push`, `if`, `switch`, `for … of` or `return`.',
    'string-length': 'the length of a text is UTF-16 units in JavaScript and bytes in PHP. Compare the text itself, as in `text !== \'\'`.',
    'string-method': 'this method knows letters beyond ASCII in one language only. There are includes, startsWith, endsWith, split, replaceAll.',
    'switch-clause': 'every clause ends with return, break or continue.',
    'switch-type': "PHP's switch compares loosely. Switch over whole numbers or over a union of texts that are no numbers, with literals as cases; otherwise write `if (value === …)`.",
    'template-part': 'only texts and whole numbers read the same in a text of both languages. Write `flag ? \'yes\' : \'no\'` for a boolean.',
    'this': 'a rule reads nothing but its parameters.',
    'throw': 'a rule gives an answer, it does not throw. Return null, or a record that says why not.',
    'try': 'nothing throws in a rule, so there is nothing to catch.',
    'typeof': 'the checker knows the types. Use a union with a literal field that says which one it is.',
    'unary-plus': 'whether a text is a number differs between the languages. Hand a whole number in.',
    'unknown-syntax':
        'rules are made of less: types, constants, functions, const and let, if, switch, for … of, return, and expressions over whole numbers, texts, booleans, null, lists and records.',
    'update-value': 'an update is a statement of its own here. Write it on its own line.',
    'var': 'write `const` or `let`.',
    'wait': 'a rule is computed at once. Do the waiting outside and hand the value in.',
    'yield': 'a rule gives one answer. Return a list.',
    'loose-equality': '`==` guesses types, differently in each language. Write `===` or `!==`.',
    'shape-key': 'the keys of a record travel as they are and follow the style of PHP. Write lower-case letters, digits and `_`, starting with a letter.',
    undefined: 'there is no `undefined` in PHP. Use null.',
    'possibly-undefined': 'this may be undefined, which PHP does not have. Say what then: `… ?? null`.',
} as const;

export type Reason = keyof typeof ADVICE;

export function notInSubset(place: Place, code: string, reason: Reason): Diagnostic {
    return {...place, code: 'not-in-subset', message: `\`${code}\`: ${ADVICE[reason]}`};
}

const INSTEAD = {
    number: ['a number', '!== 0'],
    text: ['a text', "!== ''"],
    list: ['a list', '.length > 0'],
    nullable: ['a value that may be null', '!== null'],
} as const;

/** What stands where a boolean belongs. */
export type NoCondition = keyof typeof INSTEAD;

export function notACondition(place: Place, code: string, kind: NoCondition): Diagnostic {
    const [what, test] = INSTEAD[kind];
    const instead = test.startsWith('.') ? `${code}${test}` : `${code} ${test}`;
    const why = "since '0', '' and empty lists count differently in PHP and JavaScript";
    return {...place, code: 'not-in-subset', message: `\`${code}\`: ${what} is not a condition here, ${why}. Write \`${instead}\`.`};
}

const UNFIT = {
    any: type => `\`${type}\` says nothing, and PHP would not know what it holds. Write the type out.`,
    float: value => `${value} is no whole number up to 2^53 - 1. Use a smaller unit (seconds, cents, per mille).`,
    function: type => `A function is no value of a rule (\`${type}\`). Hand in what it would have given.`,
    generic: type => `\`${type}\` is left open. A rule has no type parameters: write the type out.`,
    'half-letter': text => `The text ${text} holds half of a letter (a lone surrogate), which UTF-8 and so PHP does not have. Write the whole letter.`,
    index: type => `\`${type}\` may have any key: '5' would be a number in PHP, 'constructor' is always there in JavaScript. Use a union of literals as the key type, or a list of {key, value} records.`,
    nothing: type => `\`${type}\` alone says nothing, and PHP 8.1 has no such type. Leave it out, or say what else it may be: \`Type | null\`.`,
    key: name => `The key '${name}' travels as it is and is read by PHP. Write lower-case letters, digits and \`_\`, starting with a letter.`,
    optional: name => `'${name}?' may be missing, which PHP cannot tell from null. Write \`${name}: Type | null\`.`,
    other: type => `\`${type}\` has no twin in PHP. There are whole numbers, texts, booleans, null, lists, pairs and records.`,
    recursive: type => `\`${type}\` holds itself: the depth that both languages bear differs. Use a flat list.`,
    undefined: type => `\`${type}\` does not exist in PHP. Use null.`,
} as const satisfies Record<string, (detail: string) => string>;

export type Unfit = keyof typeof UNFIT;

export function unfitType(place: Place, reason: Unfit, detail: string): Diagnostic {
    return {...place, code: 'unfit-type', message: UNFIT[reason](detail)};
}

export function ruleTypeError(place: Place, message: string): Diagnostic {
    return {...place, code: 'rule-type-error', message};
}

export function nameClash(place: Place, name: string, other: string, phpName: string): Diagnostic {
    return {...place, code: 'name-clash', message: `'${name}' and '${other}' would both be ${phpName} in PHP. Rename one of them.`};
}

export function shadowedName(place: Place, name: string): Diagnostic {
    return {
        ...place,
        code: 'shadowed-name',
        message: `'${name}' is already a name further out, and a PHP function has only one scope. Rename one of them.`,
    };
}

export function reservedName(place: Place, name: string): Diagnostic {
    return {...place, code: 'reserved-name', message: `'${name}' is no name in PHP, or one that it keeps for itself. Choose another one, of ASCII letters and digits.`};
}

export function namedAsModule(place: Place, name: string): Diagnostic {
    return {
        ...place,
        code: 'named-as-module',
        message: `'${name}' is called as its module, which the coding style of Moodle takes for a constructor. Call it '${name}Of', or by what it gives.`,
    };
}

export function undocumented(place: Place, name: string): Diagnostic {
    return {
        ...place,
        code: 'undocumented-rule',
        message: `'${name}' has no sentence that says what it decides or means. Write one above it: /** … */`,
    };
}
