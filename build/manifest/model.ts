import type {Released} from './schema.ts';
import type {PluginShape} from './shape.ts';

/** What every emitter reads: the checked manifest and the names that follow from it. */
export type Model = {
    readonly spec: PluginShape;
    /** `block_course_notification` */
    readonly component: string;
    /** `block` */
    readonly type: string;
    /** `course_notification`: the folder in the zip, and the name in capabilities. */
    readonly name: string;
    /** Where Moodle keeps it, below its web root: `blocks/course_notification`. */
    readonly home: string;
    /** Prefix of capability names: `block/course_notification`. */
    readonly area: string;
    /** Project-relative folder of the sources: `plugins/block_course_notification`. */
    readonly sources: string;
    /** Sources that come with the plugin's parts, by path below its folder, under the plugin's own name. */
    readonly stamped: Stamped;
    /** The schemas of released versions, oldest first. */
    readonly released: readonly Released[];
};

export type Stamped = ReadonlyMap<string, {readonly text: string; /** The part's file. */ readonly from: string}>;

/** Files of a plugin by path below its folder. */
export type Files = ReadonlyMap<string, string>;

/** An emitter is a pure function: what it says depends on the model alone. */
export type Emitter = (model: Model) => Files;

/** Where Moodle keeps plugins of a type, below its web root. */
export const HOMES: Readonly<Record<string, string>> = {block: 'blocks', local: 'local', tool: 'admin/tool'};

type Beside = {readonly sources?: string; readonly stamped?: Stamped; readonly released?: readonly Released[]};

export function modelOf(spec: PluginShape, {sources = `plugins/${spec.component}`, stamped = new Map(), released = []}: Beside = {}): Model {
    const split = spec.component.indexOf('_');
    const type = spec.component.slice(0, split);
    const name = spec.component.slice(split + 1);
    return {
        spec,
        component: spec.component,
        type,
        name,
        home: `${HOMES[type] ?? type}/${name}`,
        area: `${type}/${name}`,
        sources,
        stamped,
        released,
    };
}
