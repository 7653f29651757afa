import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {DatabaseKind} from './database.ts';
import type {Tree} from './tree.ts';

/** The oldest versions that a Moodle runs with, and the first PHP that is too new for it; null where it does not say. */
export type Requirements = {readonly php: string | null; readonly phpBelow: string | null} & Readonly<Record<DatabaseKind, string | null>>;

const VENDORS: Readonly<Record<DatabaseKind, string>> = {mariadb: 'mariadb', pgsql: 'postgres'};

/** What a tree asks for, as its own installer reads it. */
export function requirementsOf(tree: Pick<Tree, 'dir' | 'webRoot' | 'release'>): Requirements {
    const file = join(tree.dir, tree.webRoot, 'admin', 'environment.xml');
    return requirementsIn(existsSync(file) ? readFileSync(file, 'utf8') : '', tree.release);
}

export function requirementsIn(xml: string, release: string): Requirements {
    const version = /^\d+\.\d+/.exec(release)?.[0] ?? '';
    const [, section = ''] = xml.split(`<MOODLE version="${version}"`);
    const mine = section.split('</MOODLE>')[0] ?? '';
    const said = (pattern: RegExp): string | null => pattern.exec(mine)?.[1] ?? null;
    const vendor = (kind: DatabaseKind): string | null => said(new RegExp(`<VENDOR name="${VENDORS[kind]}" version="([\\d.]+)"`));
    const tooNew = said(/<RESTRICT function="restrict_php_version_(\d+)"/);
    return {php: said(/<PHP version="([\d.]+)"/), phpBelow: tooNew === null ? null : `${tooNew[0] ?? ''}.${tooNew.slice(1)}`, mariadb: vendor('mariadb'), pgsql: vendor('pgsql')};
}

/** Whether a Moodle runs under this PHP. */
export function runsUnder(version: string, {php, phpBelow}: Pick<Requirements, 'php' | 'phpBelow'>): boolean {
    return suffices(version, php) && (phpBelow === null || !suffices(version, phpBelow));
}

/** Whether a version is at least the one asked for; 10.11 is newer than 10.6. */
export function suffices(version: string, asked: string | null): boolean {
    return asked === null || version.localeCompare(asked, 'en', {numeric: true}) >= 0 || asked.startsWith(`${version}.`);
}
