import type {DatabaseKind} from './database.ts';
import type {SiteName} from './places.ts';

/** The pair that a command line asks for; null where it leaves the choice. */
export type Wanted = {
    readonly branches: Readonly<Record<SiteName, string | null>>;
    readonly database: DatabaseKind | null;
    readonly clone: boolean;
};
