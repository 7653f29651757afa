import {existsSync} from 'node:fs';
import {join} from 'node:path';

/** The folder of a Dolibarr tree that holds its web pages: `$DOLIBARR_DIR`, else one in the cache; null where there is none. */
export function dolibarrTree(env: Readonly<Record<string, string | undefined>>, cache: string): string | null {
    const given = env['DOLIBARR_DIR'];
    const tree = given === undefined || given === '' ? join(cache, 'dolibarr-19') : given;
    return [join(tree, 'htdocs'), tree].find(dir => existsSync(join(dir, 'filefunc.inc.php'))) ?? null;
}
