import {databaseOf, type Database} from './database.ts';
import {setFault, type MailFault} from './mailFault.ts';
import {clearMails, listMails, type Mail, type MailFilter} from './mails.ts';
import {placesOf, type Places} from './places.ts';
import {PROJECT} from './project.ts';
import {needRecord, type PairRecord} from './record.ts';
import {siteOf, type Site} from './site.ts';



/** The running pair, as tests and benchmarks use it. */
export type Pair = {
    readonly places: Places;
    readonly record: PairRecord;
    readonly database: Database;
    readonly client: Site;
    readonly server: Site;
    readonly mails: {list(filter?: MailFilter): Mail[]; clear(): void; fault(fault: MailFault | null): void};
};

/** The pair of this state folder; it must have been brought up before. */
export function openPair(places: Places = placesOf(process.env, PROJECT)): Pair {
    const record = needRecord(places);
    const database = databaseOf(record.database, places, process.env, record.databaseRoot);
    return {
        places,
        record,
        database,
        client: siteOf(places.sites.client, record.trees.client, database),
        server: siteOf(places.sites.server, record.trees.server, database),
        mails: {
            list: filter => listMails(filter, places.mail.file),
            clear: () => clearMails(places.mail.file),
            fault: fault => setFault(places.mail.file, fault),
        },
    };
}
