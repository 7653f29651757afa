/** What both sites hold at first. Written to be read: tests and the demo speak of these people and courses by name. */

/** Of everybody, the admin included. */
export const PASSWORD = 'moodle';

const DAY = 24 * 60 * 60;

type Person = {
    readonly username: string;
    readonly firstname: string;
    readonly lastname: string;
    readonly email: string;
    readonly lang: 'en' | 'fr';
    readonly timezone: string;
};

type Enrolment = {
    readonly username: string;
    readonly role: 'editingteacher' | 'teacher' | 'student';
    readonly timestart?: number;
    readonly timeend?: number;
};

type Course = {
    readonly shortname: string;
    readonly fullname: string;
    readonly category: string;
    readonly startdate: number;
    readonly enddate: number;
    readonly enrolments: readonly Enrolment[];
};

export type Fixture = {
    readonly password: string;
    readonly settings: Readonly<Record<string, string | number>>;
    readonly people: readonly Person[];
    readonly managers: readonly string[];
    readonly categories: readonly {readonly idnumber: string; readonly name: string; readonly parent?: string}[];
    readonly courses: readonly Course[];
};

/** The fixture with its dates set around `now`, in seconds. */
export function fixtureAt(now: number): Fixture {
    const day = (days: number): number => Math.floor(now / DAY) * DAY + days * DAY;
    return {
        password: PASSWORD,
        settings: SETTINGS,
        people: [
            person('manager', 'Maud', 'Manager'),
            person('teacher', 'Tom', 'Teacher'),
            person('professeure', 'Hélène', 'Lefèvre', 'fr', 'Europe/Paris'),
            person('student', 'Sam', 'Student'),
            person('sue', 'Sue', "O'Neill"),
            person('etudiant', 'Étienne', 'Dupré', 'fr', 'Europe/Paris'),
            person('kiri', 'Kiri', 'Ngata', 'en', 'Pacific/Auckland'),
            {...person('lost', 'Lou', 'Lost'), email: 'lost@undeliverable.test'},
        ],
        managers: ['manager'],
        categories: [
            {idnumber: 'sciences', name: 'Sciences'},
            {idnumber: 'biology', name: 'Biology', parent: 'sciences'},
            {idnumber: 'languages', name: 'Languages'},
        ],
        courses: [
            course('cells', 'Cells & tissues', 'biology', day(-14), day(60), [
                {username: 'teacher', role: 'editingteacher'},
                {username: 'professeure', role: 'teacher'},
                {username: 'student', role: 'student'},
                {username: 'etudiant', role: 'student', timestart: day(-1), timeend: day(30)},
                {username: 'kiri', role: 'student', timeend: day(7)},
                {username: 'lost', role: 'student'},
            ]),
            course('energy', 'Energy and motion', 'sciences', day(-120), day(3), [
                {username: 'teacher', role: 'editingteacher'},
                {username: 'student', role: 'student'},
                {username: 'sue', role: 'student', timeend: day(2)},
            ]),
            course('francais', 'Français, premiers pas', 'languages', day(-7), 0, [
                {username: 'professeure', role: 'editingteacher'},
                {username: 'sue', role: 'student'},
                {username: 'kiri', role: 'student'},
            ]),
            course('past', 'Last year', 'languages', day(-400), day(-35), [
                {username: 'professeure', role: 'editingteacher'},
                {username: 'student', role: 'student'},
            ]),
        ],
    };
}

/** Settings that tests may change, which is why config.php does not hold them. */
const SETTINGS = {
    debug: 32767,
    debugdisplay: 1,
    passwordpolicy: 0,
    registrationpending: 0,
    // Editions of Moodle come with a theme and a closed front page of their own.
    theme: 'boost',
    forcelogin: 0,
    updateautocheck: 0,
    // The sites call each other on this host, which Moodle forbids at first.
    curlsecurityblockedhosts: '',
    curlsecurityallowedport: '',
    smtpmaxbulk: 50,
} as const;

function person(username: string, firstname: string, lastname: string, lang: 'en' | 'fr' = 'en', timezone = '99'): Person {
    return {username, firstname, lastname, email: `${username}@example.com`, lang, timezone};
}

function course(
    shortname: string, fullname: string, category: string, startdate: number, enddate: number, enrolments: readonly Enrolment[],
): Course {
    return {shortname, fullname, category, startdate, enddate, enrolments};
}
