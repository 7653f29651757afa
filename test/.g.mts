import {initPhpunit, phpEnvironment} from './moodle/checks/phpunit.ts';
import {openPair} from './moodle/pair.ts';
import {installPlugins} from './moodle/plugins.ts';
import * as s from './moodle/checks/shipped.ts';
import {execute} from './steps/execute.ts';
const pair = openPair();
const all = await (Object.values(s).find(v => typeof v === 'function') as () => Promise<s.Shipped[]>)();
await installPlugins([pair.client], all.filter(one => !one.alpha).map(one => one.zip));
for (const c of ['local_everything', 'block_my_external_backup_restore_courses']) {
const done = await execute('php', ['vendor/bin/phpunit', '--testsuite', `${c}_testsuite`, '--filter', 'provider_test|exports_test|revival_test|list_form'], {cwd: pair.client.dir, env: phpEnvironment(pair.client), seconds: 900});
console.log(done.output.slice(-1500));
}
