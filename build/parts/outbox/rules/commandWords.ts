/** An option of a command: its name, its letter or nothing, and whether a value follows it. */
export type Option = {readonly name: string; readonly letter: string; readonly takes: boolean};

/** An option that was given, with its value. */
export type Given = {readonly name: string; readonly value: string};

/** What a command line says: its options, and the words that are not understood. */
export type Spoken = {readonly given: readonly Given[]; readonly wrong: readonly string[]};

/** A command line by its options: `--course=FIRE`, `--course FIRE`, `-c=FIRE` and `-c FIRE` say the same. */
export function spokenIn(words: readonly string[], options: readonly Option[]): Spoken {
    const given: Given[] = [];
    const wrong: string[] = [];
    let waiting: string | null = null;
    for (const word of words) {
        if (waiting !== null && !word.startsWith('-')) {
            given.push({name: waiting, value: word});
            waiting = null;
        } else {
            if (waiting !== null) {
                wrong.push(`--${waiting}`);
            }
            const pieces = word.split('=');
            const option = optionOf(pieces[0] ?? '', options);
            waiting = option !== null && option.takes && pieces.length === 1 ? option.name : null;
            if (option === null || (!option.takes && pieces.length > 1)) {
                wrong.push(word);
            } else if (waiting === null) {
                given.push({name: option.name, value: pieces.slice(1).join('=')});
            }
        }
    }
    return {given, wrong: waiting === null ? wrong : wrong.concat([`--${waiting}`])};
}

/** The option that a word names. */
function optionOf(word: string, options: readonly Option[]): Option | null {
    return options.find(option => word === `--${option.name}` || (option.letter !== '' && word === `-${option.letter}`)) ?? null;
}
