import {fileHeader} from './fileHeader.ts';

/** amd/src/local/client.js: what stands in the browser for `call` of plugins/X/client.ts. */
export function clientModule(component: string, services: readonly string[]): string {
    const about = '/** The way to the external functions of this plugin. */';
    const names = services.map(name => `'${name}'`).join('|');
    return `${fileHeader(`${component}/local/client`, 'manifest.ts', about)}
import Ajax from 'core/ajax';
import Pending from 'core/pending';

/**
 * Calls an external function of this plugin.
 *
 * @param {${names.length > 0 && names.length < 100 ? names : 'string'}} name without the plugin's own name before it
 * @param {object} args as the function declares them
 * @returns {Promise<*>} what the function returns
 */
export const call = async(name, args) => {
    const pending = new Pending(\`${component}/local/client:\${name}\`);
    try {
        return await Ajax.call([{methodname: \`${component}_\${name}\`, args}])[0];
    } finally {
        pending.resolve();
    }
};
`;
}
