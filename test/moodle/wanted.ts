import type {DatabaseKind} from './database.ts';
import type {SiteName} from './places.ts';

/** The pair that a command line asks for; null where it leaves the choice. */
export type Wanted = {
    readonly branches: Readonly<Record<SiteName, string | null>>;
    readonly database: DatabaseKind | null;
    /** A version, a program or a folder; null where a pair is made with the machine's own, or stands already. */
    readonly php: Readonly<Record<SiteName, string | null>>;
    /** Whether Moodle takes both for one site, as after a site was cloned; backups of the one are then at home in the other. */
    readonly sameIdentifier: boolean;
    /** Whether a tree that is not here may be fetched. */
    readonly clone: boolean;
};
