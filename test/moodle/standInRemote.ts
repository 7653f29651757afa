import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';

/** How a remote Moodle that is none behaves. */
export type Manner =
    /** Answers as our own server side does. */
    | 'sound'
    /** Takes the question and never answers. */
    | 'hanging'
    /** Answers with a page that is no answer of a Moodle. */
    | 'garbage'
    /** Answers nothing at all. */
    | 'empty'
    /** Something before it fails. */
    | 'failing'
    /** Does not accept the token. */
    | 'refusing'
    /** Is in maintenance. */
    | 'maintained'
    /** Has the earlier plugin of that name, and none of our functions. */
    | 'earlier';

export type StandIn = {
    readonly url: string;
    /** What it was asked, without the token. */
    readonly asked: readonly {readonly name: string; readonly params: Readonly<Record<string, string>>}[];
    manner: Manner;
    close(): Promise<void>;
};

type Course = {readonly id: number; readonly fullname: string; readonly shortname: string; readonly categoryid: number; readonly startdate: number};

const COMPONENT = 'block_my_external_backup_restore_courses_';
const CATEGORIES = ['Mathematics', 'Physics & chemistry', 'Languages'];
const SUBJECTS = ['Algebra', 'Optics', 'Grammar', 'Statistics', 'Mechanics', 'Phonetics', 'Topology'];
const DAY = 86_400;
const BEGINNING = 1_600_000_000;

/** A remote Moodle with so many courses, all of which everybody owns: for pages and faults, not for transfers. */
export async function standInRemote({courses = 120, port = 0, manner = 'sound'}: {
    readonly courses?: number;
    readonly port?: number;
    readonly manner?: Manner;
} = {}): Promise<StandIn> {
    const all = Array.from({length: courses}, (_, index) => courseAt(index));
    const asked: {name: string; params: Record<string, string>}[] = [];
    const standIn = {url: '', asked, manner, close: () => closed(server)};
    const server = createServer((request, response) => void read(request).then(body => {
        const sent = [...new URLSearchParams(body)].filter(([key]) => key !== 'wstoken' && key !== 'moodlewsrestformat');
        const {wsfunction = '', ...params} = Object.fromEntries(sent);
        const name = wsfunction.replace(COMPONENT, '');
        asked.push({name, params});
        answer(response, standIn.manner, name, params, all);
    }));
    await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve));
    standIn.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return standIn;
}

function courseAt(index: number): Course {
    const subject = SUBJECTS[index % SUBJECTS.length] ?? '';
    return {
        id: index + 2,
        fullname: `${subject} ${index + 1} & <b>exercises</b>`,
        shortname: `${subject.slice(0, 3).toUpperCase()}${index + 1}`,
        categoryid: 1 + index % CATEGORIES.length,
        startdate: BEGINNING + index * DAY,
    };
}

function answer(response: ServerResponse, manner: Manner, name: string, params: Readonly<Record<string, string>>, all: readonly Course[]): void {
    const json = (value: unknown): void => void response.setHeader('Content-Type', 'application/json').end(JSON.stringify(value));
    const refuse = (errorcode: string): void => json({exception: 'moodle_exception', errorcode, message: '<b>words of the other site</b>'});
    switch (manner) {
        case 'hanging':
            return;
        case 'garbage':
            return void response.end('<html><body>It works!</body></html>');
        case 'empty':
            return void response.end();
        case 'failing':
            return void response.writeHead(500).end('<h1>Internal Server Error</h1>');
        case 'refusing':
            return refuse('invalidtoken');
        case 'maintained':
            return refuse('sitemaintenance');
        case 'earlier':
            return name === 'get_courses' ? json(all.map(course => ({...ofList(course), category: course.categoryid}))) : refuse('invalidrecord');
        default:
            return sound(json, refuse, name, params, all);
    }
}

function sound(
    json: (value: unknown) => void,
    refuse: (errorcode: string) => void,
    name: string,
    params: Readonly<Record<string, string>>,
    all: readonly Course[],
): void {
    if (params['username'] === 'stranger') {
        return refuse('reason:user_unknown');
    }
    if (name === 'list_courses') {
        return json(listed(params, all));
    }
    const course = all.find(({id}) => id === Number(params['courseid']));
    if (name !== 'look_at_course') {
        return refuse('invalidrecord');
    }
    return course === undefined ? refuse('reason:not_yours') : json(lookedAt(course));
}

function listed(params: Readonly<Record<string, string>>, all: readonly Course[]): object {
    const search = (params['search'] ?? '').toLowerCase();
    const category = Number(params['categoryid'] ?? 0);
    const found = all.filter(({fullname, shortname, categoryid}) =>
        `${fullname} ${shortname}`.toLowerCase().includes(search) && (category === 0 || categoryid === category));
    const sorted = found.toSorted(params['sort'] === 'newest' ? (one, other) => other.startdate - one.startdate
        : params['sort'] === 'startdate' ? (one, other) => one.startdate - other.startdate
            : (one, other) => one.fullname.localeCompare(other.fullname));
    const first = Number(params['page'] ?? 0) * Number(params['perpage'] ?? 50);
    return {
        total: found.length,
        courses: sorted.slice(first, first + Number(params['perpage'] ?? 50)).map(ofList),
        categories: CATEGORIES.map((text, index) => ({id: index + 1, name: text})),
    };
}

const ofList = (course: Course): object => ({
    ...course,
    idnumber: '',
    visible: course.id % 5 !== 0,
    categoryname: CATEGORIES[course.categoryid - 1] ?? '',
    categoryidentifier: course.categoryid === 1 ? 'sciences' : '',
});

const lookedAt = (course: Course): object => ({
    ...ofList(course),
    release: '4.5.6 (Build: 20250811)',
    branch: '405',
    bytes: 1_000_000 * course.id,
    contents: 12,
    people: 3 * course.id,
    userdata: course.id % 2 === 0,
    format: course.id % 3 === 0 ? 'grid' : 'topics',
    activities: [{name: 'forum', count: 2}, {name: 'quiz', count: 1}, ...(course.id % 2 === 0 ? [{name: 'hotpot', count: 3}] : [])],
    questiontypes: [{name: 'multichoice', count: 4}],
    blocks: [{name: 'html', count: 1}],
});

async function read(request: IncomingMessage): Promise<string> {
    const parts: Buffer[] = [];
    for await (const part of request) {
        parts.push(part as Buffer);
    }
    return Buffer.concat(parts).toString('utf8');
}

function closed(server: Server): Promise<void> {
    server.closeAllConnections();
    return new Promise(resolve => server.close(() => resolve()));
}
