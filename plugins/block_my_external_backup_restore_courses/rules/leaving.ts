import type {Reason} from './reasons.ts';

/** For whom user data leave this Moodle: who may back them up here, or everybody who owns the course. */
export type Policy = 'permitted' | 'everybody';

/** What is known when somebody asks for a course, and again when its backup begins. */
export type Asking = {
    /** Whether the person has one of the roles that own a course, in the course or in a category above it. */
    readonly owns: boolean;
    readonly maybackup: boolean;
    readonly mayuserdata: boolean;
    readonly withusers: boolean;
    readonly policy: Policy;
    /** Branches as Moodle counts them: 405 is Moodle 4.5. */
    readonly serverbranch: number;
    readonly clientbranch: number;
};

/** A dead backup is started anew so often; what kills it a third time would kill it always. */
export const REVIVALS = 2;

/** Why a course may not leave for a person; null where it may. */
export function refusalOf(asking: Asking): Reason | null {
    if (!asking.owns) {
        return 'not_yours';
    }
    if (!asking.maybackup) {
        return 'backup_right';
    }
    if (asking.withusers && !mayUserDataLeave(asking.policy, asking.mayuserdata)) {
        return 'userdata_refused';
    }
    if (asking.serverbranch > asking.clientbranch) {
        return 'server_newer';
    }
    return null;
}

/** Whether user data may leave for somebody who owns the course. */
export function mayUserDataLeave(policy: Policy, permitted: boolean): boolean {
    return permitted || policy === 'everybody';
}

/** Whether a backup whose process died is made anew. */
export function isRevived(tries: number): boolean {
    return tries < REVIVALS;
}
