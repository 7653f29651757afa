import type {DatabaseAccess} from '../moodle/database.ts';

/** What the pages of an installation are told. */
export type Installation = {
    readonly url: string;
    readonly htdocs: string;
    readonly documents: string;
    readonly access: DatabaseAccess;
    readonly database: string;
};

/** Installs a Dolibarr as somebody does who clicks through its pages. */
export async function installPages({url, htdocs, documents, access, database}: Installation): Promise<void> {
    const post = async (page: string, fields: Readonly<Record<string, string>>): Promise<void> => {
        const body = new URLSearchParams({testpost: 'ok', action: 'set', selectlang: 'en_US', ...fields});
        const answer = await fetch(`${url}/install/${page}`, {method: 'POST', body});
        const said = await answer.text();
        const error = /class="error">([^<]*)/.exec(said)?.[1];
        if (!answer.ok || error !== undefined) {
            throw new Error(`Dolibarr's ${page} says ${answer.status} ${error ?? ''}`);
        }
    };
    await post('check.php', {});
    await post('step1.php', {
        main_dir: htdocs, main_data_dir: documents, main_url: url,
        db_type: access.type === 'pgsql' ? 'pgsql' : 'mysqli', db_host: access.host, db_port: String(access.port),
        db_name: database, db_user: access.user, db_pass: access.password, db_prefix: 'llx_',
    });
    await post('step2.php', {});
    await post('step5.php', {login: 'admin', pass: PASSWORD, pass_verif: PASSWORD, installlock: '1'});
}

const PASSWORD = 'Dolibarr-12345';
