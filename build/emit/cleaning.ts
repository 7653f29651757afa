import type {Cleaning} from '../manifest/kinds.ts';

/** How Moodle names the ways to clean text from outside. */
export const CLEANING: Readonly<Record<Cleaning, string>> = {
    text: 'PARAM_TEXT',
    alphanumext: 'PARAM_ALPHANUMEXT',
    plugin: 'PARAM_PLUGIN',
    username: 'PARAM_USERNAME',
    email: 'PARAM_EMAIL',
    url: 'PARAM_URL',
    host: 'PARAM_HOST',
    safepath: 'PARAM_SAFEPATH',
    cleanhtml: 'PARAM_CLEANHTML',
    raw: 'PARAM_RAW_TRIMMED',
};
