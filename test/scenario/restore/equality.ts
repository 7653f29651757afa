import {strict as assert} from 'node:assert';
import {mkdtempSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Pair} from '../../moodle/pair.ts';
import {outcome, type Played} from './restoreScenario.ts';
import {stageOn, type Stage} from './stage.ts';

const PHP = join(import.meta.dirname, 'php');
const COMPONENT = 'block_my_external_backup_restore_courses';

/** What compare.php says of two courses. */
type Compared = {readonly rows: Readonly<Record<string, number>>; readonly differences: readonly string[]};

/** Tables that hold what people did, and those that hold the course itself. */
const OF_PEOPLE = [
    'forum_posts', 'rating', 'quiz_attempts', 'question_attempt_step_data', 'assign_submission', 'assign_grades', 'h5pactivity_attempts', 'groups_members',
    'grade_grades', 'course_modules_completion', 'choice_answers', 'glossary_entries', 'user_enrolments', 'role_assignments',
];
const OF_COURSE = [
    'course_sections', 'course_modules', 'quiz_slots', 'question_versions', 'question_answers', 'files', 'grade_items', 'grade_categories', 'groups',
    'groupings_groups', 'book_chapters', 'choice_options', 'block_instances', 'event', 'role_capabilities', 'tag_instance',
];

/** A course of many activities, brought by us and by core's own backup and restore, is the same in every table and file. */
export async function equalityScenario(pair: Pair, parts: readonly string[], tell: (played: Played) => void): Promise<void> {
    const chosen = Object.entries(SCENARIOS).filter(([name]) => parts.length === 0 || parts.some(part => name.includes(part)));
    if (chosen.length === 0) {
        return;
    }
    const stage = await stageOn(pair);
    await setAll(pair, 'everybody', 0, 5);
    try {
        // The service account comes with a first course.
        await stage.course(`service${Date.now()}`, 1, 1000);
        for (const [name, scenario] of chosen) {
            const begun = Date.now();
            tell({name, ...await outcome(() => scenario(stage)), seconds: Math.round((Date.now() - begun) / 1000)});
        }
    } finally {
        await setAll(pair, 'permitted', 1, 3);
        await stage.close();
    }
}

const SCENARIOS: Readonly<Record<string, (stage: Stage) => Promise<void>>> = {
    'with user data, it is equal to what core makes of it': async stage => {
        const course = await wholeCourse(stage);
        const ours = await broughtByUs(stage, course, true);
        const cores = await broughtByCore(stage, course);
        const {rows, differences} = await compare(stage, ours, cores);
        assert.deepEqual(differences, []);
        assert.deepEqual([...OF_PEOPLE, ...OF_COURSE].filter(table => (rows[table] ?? 0) === 0), [], 'nothing of it came either way');
        // What differs is seen.
        await stage.client.sql(`UPDATE {forum_posts} SET message = 'Something else' WHERE discussion IN
            (SELECT id FROM {forum_discussions} WHERE course = ${cores})`);
        assert.equal((await compare(stage, ours, cores)).differences.length, rows['forum_posts']);
    },
    'without user data, it is equal to what core makes of it': async stage => {
        const course = await wholeCourse(stage);
        const ours = await broughtByUs(stage, course, false);
        await stage.server.set('backup_general_users', 0, 'backup');
        const cores = await broughtByCore(stage, course).finally(() => stage.server.set('backup_general_users', 1, 'backup'));
        const {rows, differences} = await compare(stage, ours, cores);
        assert.deepEqual(differences, []);
        assert.deepEqual(OF_COURSE.filter(table => (rows[table] ?? 0) === 0), [], 'nothing of it came either way');
        assert.deepEqual(OF_PEOPLE.filter(table => (rows[table] ?? 0) > 0), []);
    },
    'five with user data side by side are equal to what core makes of them': async stage => {
        const brought: {course: number; request: number}[] = [];
        for (let number = 0; number < 5; number++) {
            const course = await wholeCourse(stage);
            brought.push({course, request: await asked(stage, course, true)});
        }
        await Promise.all(brought.map(() => new Promise(ended => stage.worker().on('exit', ended))));
        for (const {course, request} of brought) {
            const ended = await stage.look(request);
            assert.equal(ended.state, 'done', ended.reason ?? '');
            assert.deepEqual((await compare(stage, ended.courseid ?? 0, await broughtByCore(stage, course))).differences, []);
        }
    },
};

const last = (said: string): string => said.trim().split('\n').at(-1) ?? '';

async function wholeCourse({server}: Stage): Promise<number> {
    return Number(last(await server.php([join(PHP, 'whole_course.php'), `whole${Date.now()}`])));
}

async function compare({client}: Stage, ours: number, cores: number): Promise<Compared> {
    return JSON.parse(last(await client.php([join(PHP, 'compare.php'), String(ours), String(cores)]))) as Compared;
}

/** As an admin asks for it, who is the one whom core's command restores for. */
const asked = (stage: Stage, course: number, withusers: boolean): Promise<number> =>
    stage.request(course, {asker: 'admin', withusers, enrolment: 1});

async function broughtByUs(stage: Stage, course: number, withusers: boolean): Promise<number> {
    const ended = await stage.bring(await asked(stage, course, withusers));
    assert.equal(ended.state, 'done', ended.reason ?? '');
    return ended.courseid ?? 0;
}

/** Whether everybody's data may leave, the requester is enrolled besides, and how many work side by side. */
async function setAll({client, server}: Pair, userdatafor: string, autoenrol: number, workers: number): Promise<void> {
    await server.set('userdatafor', userdatafor, COMPONENT);
    await client.set('autoenrol_requester', autoenrol, COMPONENT);
    await client.set('parallelrequests', workers, COMPONENT);
    await client.set('task_adhoc_concurrency_limit', workers);
}

/** Core's own commands, and the course that they made. */
async function broughtByCore({client, server}: Stage, course: number): Promise<number> {
    const folder = mkdtempSync(join(tmpdir(), 'by-core-'));
    try {
        await server.php(['admin/cli/backup.php', `--courseid=${course}`, `--destination=${folder}`]);
        await client.php(['admin/cli/restore_backup.php', `--file=${join(folder, readdirSync(folder)[0] ?? '')}`, '--categoryid=1']);
    } finally {
        rmSync(folder, {recursive: true});
        for (const {data} of [client, server]) {
            // Core leaves its logs behind; what others leave is looked at elsewhere.
            const logs = join(data, 'temp', 'backup');
            readdirSync(logs).filter(name => name.endsWith('.log')).forEach(name => rmSync(join(logs, name)));
        }
    }
    const [newest] = await client.sql('SELECT MAX(id) AS id FROM {course}');
    return Number(newest?.['id']);
}
