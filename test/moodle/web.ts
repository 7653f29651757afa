import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {startDaemon, stopDaemon} from './daemon.ts';
import {phpEnvironment} from './php.ts';
import {PHP_OPTIONS} from './phpOptions.ts';
import type {Places, SitePlaces} from './places.ts';
import type {Tree} from './tree.ts';

const ROUTER = fileURLToPath(new URL('router.php', import.meta.url));

/** A site on PHP's own web server, with workers: a page of Moodle calls back for more while it loads. */
export async function startWeb(places: Places, site: SitePlaces, tree: Pick<Tree, 'webRoot'>): Promise<void> {
    const root = join(site.dir, tree.webRoot);
    await startDaemon(places, {
        name: site.name, port: site.port, command: 'php', cwd: root,
        args: [...PHP_OPTIONS, '-S', `127.0.0.1:${site.port}`, '-t', root, ROUTER],
        env: {...phpEnvironment(site.programs), PHP_CLI_SERVER_WORKERS: '4'},
    });
}

export async function stopWeb(places: Places, site: SitePlaces): Promise<void> {
    await stopDaemon(places, site.name);
}
