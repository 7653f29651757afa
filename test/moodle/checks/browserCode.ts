import {readFileSync, readdirSync} from 'node:fs';
import {get} from 'node:http';
import {join} from 'node:path';
import {Script, createContext} from 'node:vm';
import {gunzipSync} from 'node:zlib';
import {pluginDir} from '../plugins.ts';
import type {Site} from '../site.ts';

/**
 * What the site's browsers get after a purge. Moodle puts the modules of all plugins into one bundle, so that one bad file of ours takes
 * the JavaScript from every page, and a cache in between keeps it for months.
 */
export async function browserCodeFindings(site: Site, components: readonly string[]): Promise<string[]> {
    await site.php(['admin/cli/purge_caches.php']);
    const [row] = await site.sql("SELECT value FROM {config} WHERE name = 'jsrev'");
    const {encoding, bytes} = await fetchRaw(`${site.url}/lib/requirejs.php/${row?.['value'] ?? ''}/core/first.js`);
    return [
        ...bundleFindings(encoding, bytes, components),
        ...components.flatMap(component => moduleFindings(join(pluginDir(site, component), 'amd', 'build'), component)),
    ];
}

/** The bundle as it came over the wire: readable as what its header says, valid JavaScript, and with our modules in it. */
export function bundleFindings(encoding: string, bytes: Buffer, components: readonly string[]): string[] {
    const text = unpacked(encoding, bytes);
    if (text === null) {
        return [`core/first.js says it is ${encoding} and is not; it begins with ${JSON.stringify(bytes.subarray(0, 80).toString())}`];
    }
    const problem = syntaxProblem(text);
    return [
        ...problem === null ? [] : [`core/first.js is no JavaScript: ${problem}`],
        ...components.filter(component => !text.includes(`define("${component}/`)).map(component => `core/first.js has no module of ${component}`),
    ];
}

/** Each built module defines itself, once, under the name that Moodle asks for. */
export function moduleFindings(folder: string, component: string): string[] {
    const files = readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter(file => file.endsWith('.min.js')).sort();
    return files.flatMap(file => {
        const expected = `${component}/${file.replace(/\.min\.js$/, '')}`;
        const defined = definedIn(readFileSync(join(folder, file), 'utf8'));
        return defined.join() === expected ? [] : [`amd/build/${file} defines ${defined.join(', ') || 'nothing'}, not ${expected}`];
    });
}

function definedIn(source: string): readonly string[] {
    const names: string[] = [];
    try {
        new Script(source).runInContext(createContext({define: (name: unknown) => { names.push(String(name)); }}));
    } catch (problem) {
        return [`nothing that runs (${String(problem)})`];
    }
    return names;
}

function unpacked(encoding: string, bytes: Buffer): string | null {
    try {
        return (encoding === 'gzip' ? gunzipSync(bytes) : bytes).toString();
    } catch {
        return null;
    }
}

function syntaxProblem(text: string): string | null {
    try {
        new Script(text);
        return null;
    } catch (problem) {
        return String(problem);
    }
}

/** As a browser asks: packed, and not yet unpacked. */
function fetchRaw(url: string): Promise<{encoding: string; bytes: Buffer}> {
    return new Promise((resolve, reject) => {
        get(url, {headers: {'Accept-Encoding': 'gzip'}}, response => {
            const chunks: Buffer[] = [];
            response.on('data', (chunk: Buffer) => chunks.push(chunk));
            response.on('end', () => resolve({encoding: response.headers['content-encoding'] ?? '', bytes: Buffer.concat(chunks)}));
        }).on('error', reject);
    });
}
