/** Where another cell tells the stories whole, this one tells what may differ between versions of Moodle and databases. */
const isBrief = process.env['E2E_BRIEF'] === '1';

/** A story of which one cell answers for all. */
export function onceTold(title: string, tell: () => Promise<void>): void {
    if (!isBrief) {
        it(title, tell);
    }
}
