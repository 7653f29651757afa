import {test, type Description} from '../description.ts';

/** Bounds of the five fields, and whether Moodle draws a number of its own there for `R`. */
const FIELDS = [
    {least: 0, most: 59, random: true},
    {least: 0, most: 23, random: true},
    {least: 1, most: 31, random: false},
    {least: 1, most: 12, random: false},
    {least: 0, most: 7, random: true},
] as const;

/** When a task runs, as cron says it: `*`, numbers, ranges, lists and steps. */
export const cron: Description<string> = test(
    "five cron fields, as in '*/5 * * * *': minute, hour, day, month, weekday, each within its bounds, R for one that Moodle draws",
    value => {
        const fields = typeof value === 'string' ? value.split(' ') : [];
        return fields.length === FIELDS.length && fields.every((field, at) => isField(field, FIELDS[at] ?? FIELDS[0]));
    },
);

function isField(field: string, {least, most, random}: (typeof FIELDS)[number]): boolean {
    return (random && field === 'R') || field.split(',').every(part => {
        const [, from, until = from, step = '1'] = /^(?:(\d+)(?:-(\d+))?|\*)(?:\/(\d+))?$/.exec(part) ?? [null, 'none'];
        const bounds = from === undefined ? [least, most] : [Number(from), Number(until)];
        return bounds.every(bound => bound >= least && bound <= most) && (bounds[0] ?? 0) <= (bounds[1] ?? 0) && Number(step) > 0;
    });
}
