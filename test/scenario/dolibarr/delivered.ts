import assert from 'node:assert/strict';
import type {Scenario, Stage} from './stage.ts';

/** What happens in Moodle is in Dolibarr. */
export const DELIVERED: Readonly<Record<string, Scenario>> = {
    'a completed course is told with the key in the header': completed,
    'who has no idnumber is held, and told of once there is one': held,
    'extra fields that others wrote stay': extrafields,
    'an event of the agenda is made once, though the line was cut behind it': agenda,
};

async function completed({dolibarr, people, complete, drain, states}: Stage): Promise<string> {
    const {course, learners} = await people(3);
    await complete(course, learners);
    assert.deepEqual(await states(), {waiting: 3}, 'nothing is sent from the page');
    const {code, said} = await drain().ended;
    assert.equal(code, 0, said);
    assert.deepEqual(await states(), {sent: 3}, said);
    const [first] = dolibarr.books.messages as readonly Record<string, Record<string, unknown>>[];
    assert.ok(dolibarr.heard.every(({headers, path}) => headers['dolapikey'] === dolibarr.key && !path.includes(dolibarr.key)));
    assert.equal(first?.['type'], 'completed');
    assert.deepEqual(Object.keys(first ?? {}), ['caller', 'uid', 'type', 'sitetime', 'site', 'user', 'course', 'session', 'data']);
    assert.deepEqual(first?.['course'], {id: course, idnumber: 'FIRE', shortname: 'dolibarr'});
    assert.equal(first?.['user']?.['dolibarrid'], '5000');
    assert.equal(first?.['data']?.['state'], 'completed');
    return said.trim();
}

async function held({site, dolibarr, people, complete, drain, states}: Stage): Promise<string> {
    const {course, learners: [learner = 0]} = await people(1);
    await site.sql(`UPDATE {user} SET idnumber = '' WHERE id = ${learner}`);
    await complete(course, [learner]);
    await drain().ended;
    assert.deepEqual(await states(), {held: 1});
    assert.equal(dolibarr.heard.length, 0);
    await site.php(['-r', `define('CLI_SCRIPT', true); require(getenv('MOODLE_SITE_DIR') . '/config.php'); require_once($CFG->dirroot . '/user/lib.php');
        user_update_user((object) ['id' => ${learner}, 'idnumber' => '777'], false);`]);
    assert.deepEqual(await states(), {waiting: 1}, 'the observer lets it go');
    await drain().ended;
    assert.deepEqual(await states(), {sent: 1});
    return `told of ${String((dolibarr.books.messages[0]?.['user'] as Record<string, unknown>)['dolibarrid'])}`;
}

async function extrafields({dolibarr, people, configure, complete, drain, states}: Stage): Promise<string> {
    await configure(dolibarr.key, 'extrafields');
    for (const wipes of [true, false]) {
        const {course, learners} = await people(1);
        dolibarr.wipes = wipes;
        dolibarr.books.people.set('contacts/5000', {id: '5000', lastname: 'One', array_options: {options_diet: 'vegan'}});
        await complete(course, learners);
        const {said} = await drain().ended;
        assert.deepEqual(await states(), {sent: 1}, said);
        const kept = dolibarr.books.people.get('contacts/5000')?.['array_options'] as Record<string, unknown>;
        assert.equal(kept['options_diet'], 'vegan');
        assert.equal(kept['options_moodle_state'], 'completed');
    }
    return 'with versions that empty them and with those that do not';
}

async function agenda({dolibarr, people, configure, complete, drain, states, later}: Stage): Promise<string> {
    await configure(dolibarr.key, 'agenda');
    for (const missesEmptyLists of [false, true]) {
        const {course, learners} = await people(2);
        dolibarr.books.events.splice(0);
        dolibarr.missesEmptyLists = missesEmptyLists;
        await complete(course, learners);
        dolibarr.fault = {fault: 'cut'};
        await drain().ended;
        assert.equal(dolibarr.books.events.length, 2, 'it was taken');
        assert.deepEqual(await states(), {waiting: 2}, 'and nobody here knows');
        // One of them Dolibarr has lost.
        dolibarr.books.events.pop();
        dolibarr.fault = null;
        await later();
        await drain().ended;
        assert.deepEqual(await states(), {sent: 2});
        assert.equal(dolibarr.books.events.length, 2, 'each is there once');
    }
    return `${dolibarr.heard.filter(({method}) => method === 'GET').length} looked up`;
}
