import {readFileSync, readdirSync} from 'node:fs';

/** Watches a process and all it started until stopped, and tells the most memory they held together, in MiB. */
export function watchMemory(pid: number): {stop(): number} {
    let peak = 0;
    const look = (): void => {
        peak = Math.max(peak, familyMemory(pid));
    };
    const timer = setInterval(look, 100);
    return {
        stop: () => {
            clearInterval(timer);
            return peak;
        },
    };
}

function familyMemory(root: number): number {
    const processes = readdirSync('/proc').filter(name => /^\d+$/.test(name)).flatMap(readProcess);
    const family = new Set([root]);
    // A child has a higher number than its parent, except where the numbers have wrapped around.
    for (const {pid, parent} of processes.sort((a, b) => a.pid - b.pid)) {
        if (family.has(parent)) {
            family.add(pid);
        }
    }
    return processes.filter(({pid}) => family.has(pid)).reduce((sum, {memory}) => sum + memory, 0);
}

function readProcess(name: string): {pid: number; parent: number; memory: number}[] {
    try {
        const status = readFileSync(`/proc/${name}/status`, 'utf8');
        const number = (field: string): number => Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
        return [{pid: Number(name), parent: number('PPid'), memory: number('RssAnon') / 1024}];
    } catch {
        // It ended while we looked.
        return [];
    }
}
