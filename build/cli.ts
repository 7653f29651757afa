import {run} from './cli/run.ts';

const {lines, code} = await run(process.argv.slice(2));
(code === 0 ? console.log : console.error)(lines.join('\n'));
process.exitCode = code;
