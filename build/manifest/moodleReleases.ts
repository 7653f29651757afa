import type {Release} from './shape.ts';

/** First version number of each Moodle release: its branching date, which no weekly build changes. */
export const FIRST_VERSION: Readonly<Record<Release, number>> = {
    '4.5': 2024100700,
    '5.0': 2025041400,
    '5.1': 2025100600,
    '5.2': 2026042000,
    '5.3': 2026100500,
};

/** `4.5` as $plugin->supported writes it: 405. */
export function branchNumber(release: Release): number {
    const [major = '', minor = ''] = release.split('.');
    return Number(major) * 100 + Number(minor);
}
