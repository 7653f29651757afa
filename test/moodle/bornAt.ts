import {existsSync, readFileSync} from 'node:fs';

/** When a process was born, so that a number taken over by a stranger is never ended; '' where it is gone. */
export function bornAt(pid: number): string {
    try {
        const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
        return fields[0] === 'Z' ? '' : fields[19] ?? '';
    } catch {
        return existsSync('/proc/self') ? '' : aliveWithoutProc(pid);
    }
}

function aliveWithoutProc(pid: number): string {
    try {
        process.kill(pid, 0);
        return 'unknown';
    } catch {
        return '';
    }
}
