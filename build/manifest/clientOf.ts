import type {Infer, InferRecord} from './kinds.ts';
import type {ServiceShape} from './shape.ts';

type Services = {readonly [name: string]: ServiceShape};

/** What is for clients of web services alone is out of the browser's reach. */
type Callable<T extends Services> = {[N in keyof T]: T[N] extends {readonly ajax: false} ? never : N}[keyof T];

/** A typed way to the plugin's external functions: name, arguments and result are the manifest's. */
export type Client<T extends Services> = <N extends Callable<T> & string>(name: N, args: InferRecord<T[N]['params']>) => Promise<Infer<T[N]['returns']>>;

/**
 * Stands for the client in TypeScript; in the browser, the emitted amd/src/local/client.js is in its place.
 */
export function clientOf<T extends Services>(manifest: {readonly component: string; readonly services: T}): Client<T> {
    return name => Promise.reject(new Error(`${manifest.component}_${name} can be called in a browser only.`));
}
