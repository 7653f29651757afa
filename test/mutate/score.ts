import type {Mutant} from './mutant.ts';

export type Trial = {readonly mutant: Mutant; readonly noticed: boolean};

/** How many mutants of each kind were noticed, and which were not. */
export function scoreOf(trials: readonly Trial[]): string {
    const kinds = [...new Set(trials.map(({mutant}) => groupOf(mutant)))].sort();
    const rows = kinds.map(kind => row(kind, trials.filter(({mutant}) => groupOf(mutant) === kind)));
    const missed = trials.filter(({noticed}) => !noticed).map(({mutant}) =>
        `${mutant.isSecurity ? '!' : ' '} ${mutant.file}:${mutant.line}  ${mutant.kind}: ${mutant.was} → ${mutant.becomes === '' ? 'nothing' : mutant.becomes}`);
    return [
        'Not noticed (! of security or privacy):', ...missed, '',
        ...rows, '',
        row('security and privacy', trials.filter(({mutant}) => mutant.isSecurity)),
        row('all', trials),
    ].join('\n');
}

const groupOf = ({kind, isSecurity}: Mutant): string => `${isSecurity ? '!' : ' '} ${kind}`;

function row(name: string, trials: readonly Trial[]): string {
    const noticed = trials.filter(one => one.noticed).length;
    const share = trials.length === 0 ? '' : `${Math.round(noticed / trials.length * 1000) / 10} %`;
    return `${name.padEnd(42)} ${String(noticed).padStart(5)} of ${String(trials.length).padStart(5)}  ${share.padStart(7)}`;
}
