import {fileURLToPath} from 'node:url';

/** The top folder of this project. */
export const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
