import type {Tally} from './tally.ts';

export type Outcome = {
    readonly tally: Tally;
    /** Shown below the step's line: why it failed or was skipped. Empty where there is nothing to say. */
    readonly detail: string;
};

/** One thing that is checked, with the name a person sees. */
export type Step = {
    readonly name: string;
    readonly run: () => Promise<Outcome>;
};
