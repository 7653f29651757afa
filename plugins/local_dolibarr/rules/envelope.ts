/** Who is told of. Dolibarr knows a person by the idnumber. */
export type Person = {readonly id: number; readonly idnumber: string; readonly username: string; readonly email: string};

/** Where it happened. */
export type Course = {readonly id: number; readonly idnumber: string; readonly shortname: string};

/** The group of the person that is a session in Dolibarr. */
export type Session = {readonly groupid: number; readonly idnumber: string; readonly name: string};

/** A name with its value, a whole number or a text, or nothing: `mandatory.ratio` stands within `mandatory`. */
export type Field = {readonly name: string; readonly whole: number | null; readonly text: string | null};

/** All that a destination may be told with a message. */
export type Envelope = {
    readonly caller: string;
    readonly uid: string;
    readonly type: string;
    readonly sitetime: number;
    readonly site: string;
    readonly user: Person;
    readonly course: Course;
    readonly session: Session | null;
    readonly data: readonly Field[];
};

/** Why something cannot be told yet; `none` where it can. */
export type Missing = 'none' | 'nouser' | 'nocourse' | 'nopersonid' | 'nocourseid';

/** What is missing. Dolibarr knows people and courses by their idnumbers. */
export function missingIn(user: Person | null, course: Course | null): Missing {
    if (user === null) {
        return 'nouser';
    }
    if (course === null) {
        return 'nocourse';
    }
    if (user.idnumber === '') {
        return 'nopersonid';
    }
    return course.idnumber === '' ? 'nocourseid' : 'none';
}

/** The session among the groups of a person in a course: the first that Dolibarr knows. */
export function sessionAmong(groups: readonly Session[]): Session | null {
    return groups.find(group => group.idnumber !== '') ?? null;
}

/** The envelope as fields, in the order of the canonical form. */
export function fieldsOf(envelope: Envelope): readonly Field[] {
    const {user, course, session} = envelope;
    const known = [
        textField('caller', envelope.caller),
        textField('uid', envelope.uid),
        textField('type', envelope.type),
        wholeField('sitetime', envelope.sitetime),
        textField('site', envelope.site),
        textField('user.dolibarrid', user.idnumber),
        wholeField('user.id', user.id),
        textField('user.username', user.username),
        textField('user.email', user.email),
        wholeField('course.id', course.id),
        textField('course.idnumber', course.idnumber),
        textField('course.shortname', course.shortname),
    ];
    const group = session === null ? [textField('session', null)] : [
        wholeField('session.groupid', session.groupid),
        textField('session.idnumber', session.idnumber),
        textField('session.name', session.name),
    ];
    return known.concat(group, envelope.data.map(field => ({...field, name: `data.${field.name}`})));
}

/** A field that holds a text, or nothing. */
export function textField(name: string, text: string | null): Field {
    return {name, whole: null, text};
}

/** A field that holds a whole number. */
export function wholeField(name: string, whole: number): Field {
    return {name, whole, text: null};
}

/** What a field holds, as text. */
export function shownField(field: Field): string {
    return field.whole === null ? field.text ?? '' : String(field.whole);
}
