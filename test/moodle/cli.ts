import {readArguments} from './arguments.ts';
import {command} from './command.ts';
import {Refusal} from './refusal.ts';

// `npm run moodle -- mails | head` closes our output early.
process.stdout.on('error', () => process.exit());

try {
    await command(readArguments(process.argv.slice(2)), line => console.log(line));
} catch (problem) {
    if (!(problem instanceof Refusal)) {
        throw problem;
    }
    console.error(problem.message);
    process.exitCode = 2;
}
