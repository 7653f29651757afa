import type {InferRecord, Infer} from './kinds.ts';
import type {PluginShape, ServiceShape} from './shape.ts';

type Services<S extends PluginShape> = S extends {readonly services: infer T extends {readonly [name: string]: ServiceShape}} ? Callable<T> : never;

/** What is for clients of web services alone is out of the browser's reach. */
type Callable<T> = {[N in keyof T as T[N] extends {readonly ajax: false} ? never : N]: T[N]};

/** A typed way to the plugin's external functions: name, arguments and result are the manifest's. */
export type Client<S extends PluginShape> = <N extends keyof Services<S> & string>(
    name: N,
    args: InferRecord<Services<S>[N]['params']>,
) => Promise<Infer<Services<S>[N]['returns']>>;

/**
 * Stands for the client in TypeScript; in the browser, the emitted amd/src/local/client.js is in its place.
 */
export function clientOf<S extends PluginShape>(manifest: S): Client<S> {
    return name => Promise.reject(new Error(`${manifest.component}_${name} can be called in a browser only.`));
}
