import {phpParameterList} from '../emit/phpParameterList.ts';
import type {Model} from '../manifest/model.ts';
import type {Method} from '../manifest/shape.ts';

/** A hand-written method that generated code calls, and what it is handed: by name, or so many in order. */
export type Handed = {readonly run: Method; readonly names: readonly string[] | null; readonly count: number};

export function handedMethods({spec}: Model): readonly Handed[] {
    const counted = (methods: readonly (Method | undefined)[], count: number): readonly Handed[] =>
        methods.flatMap(run => (run === undefined ? [] : [{run, names: null, count}]));
    const named = (run: Method, data: object): Handed => ({run, names: Object.keys(data), count: Object.keys(data).length});
    const reports = Object.values(spec.reports ?? {});
    const columns = reports.flatMap(report => Object.values(report.columns));
    return [
        ...Object.values(spec.services ?? {}).map(service => named(service.run, service.params)),
        ...Object.values(spec.adhoc ?? {}).map(task => named(task.run, task.data ?? {})),
        ...counted(Object.values(spec.tasks ?? {}).map(task => task.run), 0),
        ...counted(Object.values(spec.settings ?? {}).map(setting => ('check' in setting ? setting.check : undefined)), 1),
        ...Object.values(spec.checks ?? {}).flatMap(({run, rows}) => [...counted([run], rows === undefined ? 0 : 1), ...counted([rows], 0)]),
        ...counted([...Object.values(spec.observers ?? {}), ...Object.values(spec.hooks ?? {}).map(({run}) => run)], 1),
        ...counted(reports.flatMap(report => [report.where, report.actions, report.ticks]), 1),
        ...counted(columns.map(column => (typeof column.as === 'object' && 'format' in column.as ? column.as.format : undefined)), 2),
        ...counted(columns.map(column => column.options), 0),
        ...counted(columns.map(column => (isMethod(column.field) ? column.field : undefined)), 2),
        ...counted(columns.map(column => column.when), 1),
        ...Object.values(spec.callbacks ?? {}).flatMap(callback => counted([callback.run], phpParameterList(callback.params).length)),
        ...alsoPrivate(spec.privacy?.also),
        ...counted([spec.lifecycle?.install, spec.lifecycle?.uninstall, ...Object.values(spec.parts ?? {}).map(part => part.uninstall)], 0),
        ...counted([spec.lifecycle?.upgrade], 1),
        ...counted([spec.privacy?.forgotten], 2),
    ];
}

/** The methods by which a hand-written class takes part in the privacy provider, and how many parameters each is handed. */
const PRIVACY_METHODS = {metadata: 1, contexts: 2, users: 1, export: 1};

const alsoPrivate = (also: string | undefined): readonly Handed[] => (also === undefined ? []
    : Object.entries(PRIVACY_METHODS).map(([method, count]) => ({run: `${also}::${method}` as const, names: null, count})));

const isMethod = (field: string): field is Method => field.includes('::');
