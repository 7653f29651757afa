import type {DatabaseKind} from './database.ts';
import type {SiteName} from './places.ts';

/** The pair that a command line asks for; null where it leaves the choice. */
export type Wanted = {
    readonly branches: Readonly<Record<SiteName, string | null>>;
    readonly database: DatabaseKind | null;
    /** A version, a program or a folder; null for the machine's own. */
    readonly php: string | null;
    readonly clone: boolean;
};
