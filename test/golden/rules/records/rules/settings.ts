/** Records: read, copied, taken apart. */

export type Signal = 'firstassign' | 'lastcall';

export type Settings = {
    readonly courseid: number;
    readonly enabled: Readonly<Record<Signal, boolean>>;
    readonly sender: {readonly name: string; readonly address: string | null} | null;
};

export type Verdict = {readonly kind: 'due'; readonly time: number} | {readonly kind: 'not'; readonly why: 'disabled' | 'nosender'};

/** What counts where nothing is set. */
const DEFAULTS: Settings = {courseid: 0, enabled: {firstassign: true, lastcall: false}, sender: null};

/** Whether a signal is on. */
export function isOn(settings: Settings, signal: Signal): boolean {
    return settings.enabled[signal];
}

/** The settings of another course with one signal changed. */
export function changed(settings: Settings, courseid: number, lastcall: boolean): Settings {
    return {...settings, courseid, enabled: {...settings.enabled, lastcall}};
}

/** The address mails come from, or `otherwise`. */
export function senderAddress(settings: Settings, otherwise: string): string {
    return settings.sender?.address ?? otherwise;
}

/** Whether and when a signal is due, or why not. */
export function verdict(settings: Settings, signal: Signal, time: number): Verdict {
    const {enabled, sender} = settings;
    if (!enabled[signal]) {
        return {kind: 'not', why: 'disabled'};
    }
    if (sender === null) {
        return {kind: 'not', why: 'nosender'};
    }
    return {kind: 'due', time};
}

/** The moment of a verdict, -1 where it says no. */
export function momentOf(answer: Verdict): number {
    return answer.kind === 'due' ? answer.time : -1;
}

/** The settings of a new course. */
export function fresh(courseid: number): Settings {
    return {...DEFAULTS, courseid};
}

/** The two halves of a pair, swapped and labelled in a line that is too long to stay on one line of the generated class file. */
export function labelled(pair: readonly [string, number], labels: readonly string[]): {readonly label: string; readonly parts: readonly string[]; readonly amount: number}[] {
    const [text, amount] = pair;
    return labels.map(label => ({label: `${label}: ${text} (${amount}) and a rather long text to fill up the line`, parts: [label, text], amount}));
}

/** The value of a number, a text or nothing. */
export function shown(value: number | string | null, flag: boolean | null): string {
    return value === null ? (flag === true ? 'yes' : 'no') : `${value}`;
}
