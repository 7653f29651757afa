import type {Diagnostic} from './diagnostic.ts';

/** The messages of the Moodle harness: `npm run moodle` and `npm start`. */

export function badArgument(argument: string, usage: string): Diagnostic {
    return here('bad-argument', `'${argument}' is not understood.\n${usage}`);
}

export function badPort(value: string): Diagnostic {
    return here('bad-port', `MOODLE_PORT='${value}': say a number from 1024 to 65000; the pair uses it and the nine that follow.`);
}

export function portTaken(port: number, use: string): Diagnostic {
    return here('port-taken', `Port ${port} (${use}) is in use by another program. Set MOODLE_PORT to the first of ten free ports, such as 8580.`);
}

export function missingTree(branch: string, looked: readonly string[]): Diagnostic {
    return here('missing-tree', `No Moodle ${branch} found in ${looked.join(' or ')}. `
        + 'Set MOODLE_DIR to a Moodle source tree, or give --clone to fetch the release branch.');
}

export function notMoodle(dir: string): Diagnostic {
    return {code: 'not-moodle', file: dir, line: null, message: 'Holds no version.php (nor public/version.php) of Moodle. Set MOODLE_DIR to the top of a Moodle source tree.'};
}

export function branchOutOfRange(release: string): Diagnostic {
    return here('branch-out-of-range', `Moodle ${release} is older than 4.5, the oldest that the plugins support. Take 4.5 or newer.`);
}

export function missingPhp(): Diagnostic {
    return here('missing-php', 'No `php` on the path. Install PHP 8.1 or newer for the command line (8.2 for Moodle 5.x).');
}

export function phpNotFound(path: string): Diagnostic {
    return {code: 'php-not-found', file: path, line: null,
        message: 'Holds no PHP. --php takes a version such as 8.4, the program itself, a folder with php or bin/php in it, or the root of a Debian with one.'};
}

export function phpUnknown(version: string): Diagnostic {
    return here('php-not-to-be-had', `There is no php${version} on the path, and no release of Debian known here has it. Install it, or give its program: --php /path/to/php.`);
}

export function phpDoesNotRun(asked: string, said: string): Diagnostic {
    return here('php-not-to-be-had', `The PHP that '${asked}' names does not run here. It said:\n${said}`);
}

export function debianRootNotAllowed(php: string): Diagnostic {
    return here('php-not-to-be-had', `There is no php${php} on the path, and only root on Debian can make one in a folder of its own. `
        + `Install php${php}-cli with the extensions that Moodle asks for, or give its program: --php /path/to/php.`);
}

export function debianRootFailed(php: string, suite: string, said: string): Diagnostic {
    return here('php-not-to-be-had', `A small Debian ${suite} for PHP ${php} could not be made. Install php${php}-cli with the extensions that Moodle asks for, `
        + `or give its program: --php /path/to/php. The end of what was said:\n${said}`);
}

export function phpDoesNotFit(release: string, {php, phpBelow}: {readonly php: string | null; readonly phpBelow: string | null}, version: string): Diagnostic {
    const asked = [...php === null ? [] : [`${php} or newer`], ...phpBelow === null ? [] : [`older than ${phpBelow}`]].join(' and ');
    return here('php-does-not-fit', `Moodle ${release} asks for PHP ${asked}; this is ${version}. Name another one, such as --php ${phpBelow === null ? '8.4' : '8.2'} or --php /path/to/php.`);
}

export function databaseTooOld(release: string, kind: string, asked: string, version: string): Diagnostic {
    return here('database-too-old', `Moodle ${release} asks for ${kind} ${asked} or newer; this is ${version}. Install a newer one, `
        + 'or set MOODLE_DB_TYPE, MOODLE_DB_HOST, MOODLE_DB_PORT, MOODLE_DB_USER and MOODLE_DB_PASS to a database server of your own.');
}

export function missingExtensions(extensions: readonly string[], packages: readonly string[]): Diagnostic {
    return here('missing-php-extension', `PHP lacks ${extensions.join(', ')}. On Debian or Ubuntu: apt-get install ${packages.join(' ')}`);
}

export function missingDatabase(kind: string, binary: string, packages: readonly string[]): Diagnostic {
    return here('missing-database', `No ${binary} on this machine to run ${kind}. On Debian or Ubuntu: apt-get install ${packages.join(' ')}. `
        + 'Or set MOODLE_DB_TYPE, MOODLE_DB_HOST, MOODLE_DB_PORT, MOODLE_DB_USER and MOODLE_DB_PASS to a database server of your own.');
}

export function missingProgram(program: string, packages: readonly string[]): Diagnostic {
    return here('missing-program', `No \`${program}\` on the path. On Debian or Ubuntu: apt-get install ${packages.join(' ')}`);
}

export function folderOutOfReach(dir: string, user: string): Diagnostic {
    return {code: 'folder-out-of-reach', file: dir, line: null,
        message: `PostgreSQL refuses to run as root, and the user ${user} cannot enter this folder. Set MOODLE_STATE to a folder that everybody may enter, such as /var/tmp/moodle.`};
}

export function pairDiffers(state: string, has: string, wanted: string): Diagnostic {
    return {code: 'pair-differs', file: state, line: null,
        message: `Holds a pair of ${has}, not ${wanted}. Remove it with \`npm run moodle -- down --remove\`, or set MOODLE_STATE and MOODLE_PORT for a second pair.`};
}

export function noPair(state: string): Diagnostic {
    return {code: 'no-pair', file: state, line: null, message: 'No pair stands here. Make one with `npm run moodle -- up`.'};
}

export function pairNotRunning(state: string): Diagnostic {
    return {code: 'pair-not-running', file: state, line: null, message: 'The pair stands here but does not run. Start it with `npm run moodle -- up`.'};
}

export function snapshotGone(dir: string): Diagnostic {
    return {code: 'snapshot-gone', file: dir, line: null,
        message: 'The snapshot that this pair goes back to was deleted. Make the pair anew: `npm run moodle -- down --remove`, then `up`.'};
}

export function notStarted(what: string, log: string, tail: string): Diagnostic {
    return {code: 'not-started', file: log, line: null, message: `The ${what} did not start. The end of its log:\n${tail}`};
}

export function siteFails(url: string, fault: string, log: string): Diagnostic {
    return {code: 'site-fails', file: log, line: null,
        message: `The server of ${url} answers, but Moodle does not: ${fault}. Is the tree complete (public/config.php and public/index.php since 5.1)?`};
}

export function commandFailed(command: string, tail: string): Diagnostic {
    return here('command-failed', `${command}\n${tail}`);
}

export function missingZip(dir: string): Diagnostic {
    return {code: 'missing-zip', file: dir, line: null, message: 'Holds no plugin zip. Build them with `npm run build -- --zip`, or give --zip FILE.'};
}

export function notAPlugin(zip: string): Diagnostic {
    return {code: 'not-a-plugin', file: zip, line: null, message: 'Is no plugin: it needs one top folder with a version.php that names $plugin->component.'};
}

export function unknownPlugin(component: string): Diagnostic {
    return here('unknown-plugin', `'${component}' is not installed in this site, or is no full plugin name such as block_course_notification.`);
}

function here(code: string, message: string): Diagnostic {
    return {code, file: null, line: null, message};
}
