/** Where a course comes to: a new course in the default (or a chosen) category or in its own, or one that is here already. */
export type Target = 'new' | 'original' | 'into' | 'replace';

/** What the person who asks may do here, as the site says at this moment. */
export type Rights = {
    /** Create a course in the default category, or the one an admin has chosen. */
    readonly creates: boolean;
    /** The category that the course has there is known here, offered, and a course may be created in it. */
    readonly original: boolean;
    /** Restore into the course that is chosen, or into some course where none is chosen yet. */
    readonly restores: boolean;
    /** Delete the contents of that course. */
    readonly empties: boolean;
    /** Bring user data, and choose the enrolment methods. */
    readonly users: boolean;
};

/** What is asked for. */
export type Choice = {readonly target: Target; readonly withusers: boolean; readonly enrolment: number};

/** What stands in the way of any request for a course. */
export type Queue = {
    /** Somebody has restored the course, or is restoring it. */
    readonly taken: boolean;
    /** The site restores each course once. */
    readonly once: boolean;
    /** Requests of that person that are under way. */
    readonly running: number;
    /** The most that a person may have under way. */
    readonly limit: number;
};

/** Why a choice is refused; `refusal:<name>` has words for it. */
export type Refusal = 'taken' | 'limit' | 'category' | 'original' | 'course' | 'empty' | 'users' | 'enrolment';

/** Enrolment methods, as core's restore names them: never, with user data, always. */
export const ENROLMENTS: readonly number[] = [0, 1, 2];

/** What enrolment methods do where nobody may choose. */
export const ENROLMENT = 2;

/** The shortest pause before the page asks again, in seconds. */
const SHORTEST = 2;

/** The longest one. */
const LONGEST = 30;

/** Where a person may have a course come to. */
export function targetsOf(rights: Rights): readonly Target[] {
    const all: readonly Target[] = ['original', 'new', 'into', 'replace'];
    return all.filter(target => targetRefusal(target, rights) === null);
}

/** What is chosen until somebody chooses: the course's own category where the site prefers it, and never what deletes anything. */
export function firstTarget(rights: Rights, prefersoriginal: boolean): Target | null {
    if (rights.original && (prefersoriginal || !rights.creates)) {
        return 'original';
    }
    if (rights.creates) {
        return 'new';
    }
    return rights.restores ? 'into' : null;
}

/** Why a person may not choose that; null where they may. */
export function choiceRefusal(choice: Choice, rights: Rights): Refusal | null {
    const refusal = targetRefusal(choice.target, rights);
    if (refusal !== null) {
        return refusal;
    }
    if (choice.withusers && !rights.users) {
        return 'users';
    }
    if (!ENROLMENTS.includes(choice.enrolment) || (choice.enrolment !== ENROLMENT && !rights.users)) {
        return 'enrolment';
    }
    return null;
}

/** Why nobody may ask for that course now; null where they may. */
export function queueRefusal(queue: Queue): Refusal | null {
    if (queue.taken && queue.once) {
        return 'taken';
    }
    return queue.running >= queue.limit ? 'limit' : null;
}

/** Whether a person may be enrolled in what somebody else restored; whether they had the role there, the other Moodle says. */
export function mayEnrol(offered: boolean, restored: boolean, enrolled: boolean): boolean {
    return offered && restored && !enrolled;
}

/** Seconds until the page asks again how far the requests are: soon where something moved, ever less often where nothing does. */
export function lookAgainAfter(last: number, moved: boolean): number {
    if (moved) {
        return SHORTEST;
    }
    return Math.max(SHORTEST, Math.min(LONGEST, Math.floor(last * 3 / 2)));
}

/** Why a person may not have a course come there. */
export function targetRefusal(target: Target, rights: Rights): Refusal | null {
    switch (target) {
        case 'new':
            return rights.creates ? null : 'category';
        case 'original':
            return rights.original ? null : 'original';
        case 'into':
            return rights.restores ? null : 'course';
        default:
            return emptyRefusal(rights);
    }
}

/** Why a person may not have a course come in place of the contents of another. */
export function emptyRefusal(rights: Rights): Refusal | null {
    if (!rights.restores) {
        return 'course';
    }
    return rights.empties ? null : 'empty';
}
