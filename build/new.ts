import {newPlugin} from './new/newPlugin.ts';

const {lines, code} = await newPlugin(process.argv.slice(2));
(code === 0 ? console.log : console.error)(lines.join('\n'));
process.exitCode = code;
