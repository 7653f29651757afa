/** What the API says: a status and what becomes JSON. */
export type Answer = {readonly status: number; readonly body: unknown};

type Fields = Readonly<Record<string, unknown>>;

/** What Dolibarr keeps. */
export type Books = {
    /** Contacts, users and members with their extrafields, by `contacts/4711`. */
    readonly people: Map<string, Fields>;
    /** Events of the agenda. */
    readonly events: Fields[];
    /** What the registry took, each identity once. */
    readonly messages: Fields[];
    /** What Agefodd knows of trainees, by session and trainee. */
    readonly trainees: Map<string, Fields>;
};

type House = {readonly books: Books; readonly wipes: boolean; readonly missesEmptyLists: boolean};

/** What the API answers to somebody with a key that is accepted. */
export function answerTo(method: string, path: string, body: Fields, house: House): Answer {
    const [place = '', query = ''] = path.split('?');
    const asked = `${method} ${place}`;
    if (asked === 'GET /status') {
        return {status: 200, body: {success: {code: 200, dolibarr_version: '19.0.2', access_locked: '0'}}};
    }
    if (asked === 'GET /users/info') {
        return {status: 200, body: {id: '2', login: 'moodle', admin: '0'}};
    }
    if (asked === 'POST /moodle/events') {
        return registered(body, house.books);
    }
    if (/^\/(contacts|users|members)\/\w+$/.test(place)) {
        return person(method, place.slice(1), body, house);
    }
    if (place === '/agendaevents') {
        return method === 'POST' ? noted(body, house.books) : found(query, house);
    }
    if (asked === 'PUT /agefodd/sessions/trainee') {
        return trainee(body, house.books);
    }
    return {status: 501, body: 'API not found'};
}

function registered(body: Fields, {messages}: Books): Answer {
    const {uid, user} = body as {readonly uid?: string; readonly user?: Fields};
    if (uid === undefined || user?.['dolibarrid'] === undefined) {
        return refused('field missing');
    }
    const known = messages.findIndex(message => message['uid'] === uid);
    return {status: 200, body: known >= 0 ? known + 1 : messages.push(body)};
}

/** Agefodd finds a trainee in a session by what is in the body, and changes what stands in `request`. */
function trainee(body: Fields, {trainees}: Books): Answer {
    const {sessid, traineeid, request} = body as {readonly sessid?: string; readonly traineeid?: string; readonly request?: Fields};
    if (sessid === undefined || traineeid === undefined) {
        return refused('invalid value specified for `sessid`');
    }
    const known = {...trainees.get(`${sessid}/${traineeid}`), ...request};
    trainees.set(`${sessid}/${traineeid}`, known);
    return {status: 200, body: {fk_session_agefodd: sessid, fk_stagiaire: traineeid, ...known}};
}

/** Users and members lose the extra fields that are left out; contacts do in versions up to 19.0.1. */
function person(method: string, place: string, body: Fields, {books, wipes}: House): Answer {
    const known = books.people.get(place);
    if (known === undefined) {
        return {status: 404, body: {error: {code: 404, message: 'Not Found'}}};
    }
    if (method === 'PUT') {
        const before = wipes || !place.startsWith('contacts/') ? {} : known['array_options'] as Fields;
        books.people.set(place, {...known, ...body, array_options: {...before, ...body['array_options'] as Fields}});
    }
    return {status: 200, body: books.people.get(place)};
}

function noted(body: Fields, {events}: Books): Answer {
    return body['type_code'] === undefined || body['userownerid'] === undefined ? refused('type_code field missing') : {status: 200, body: events.push(body)};
}

/** Only one filter is known, and a colon within its value finds nothing. */
function found(query: string, {books, missesEmptyLists}: House): Answer {
    const value = /^sqlfilters=\(t\.ref_ext:=:'([^:']*)'\)$/.exec(decodeURIComponent(query))?.[1];
    const list = books.events.filter(event => event['ref_ext'] === value);
    return list.length === 0 && missesEmptyLists ? {status: 404, body: {error: {code: 404, message: 'No record found'}}} : {status: 200, body: list};
}

const refused = (what: string): Answer => ({status: 400, body: {error: {code: 400, message: `Bad Request: ${what}`}}});
