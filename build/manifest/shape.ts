import type {
    Bool, Choice, Choices, Decimal, Duration, Html, Id, Int, Kind, LongText, RecordOf, Ref, Text, Time,
} from './kinds.ts';

/** What a manifest may say, before names are held against each other (definePlugin.ts does that). */

export type Release = '4.5' | '5.0' | '5.1' | '5.2' | '5.3';
export type Level = 'system' | 'user' | 'coursecat' | 'course' | 'module' | 'block';
export type Archetype = 'manager' | 'coursecreator' | 'editingteacher' | 'teacher' | 'student' | 'guest' | 'user' | 'frontpage';
export type Risk = 'spam' | 'personal' | 'xss' | 'config' | 'managetrust' | 'dataloss';

/** A hand-written static method below php/classes/local: `sender::run` is \<component>\local\sender::run(). */
export type Method = `${string}::${string}`;

export type CapabilityShape = {
    readonly type?: 'read' | 'write';
    readonly at: Level;
    readonly allow?: readonly Archetype[];
    readonly prevent?: readonly Archetype[];
    readonly risk?: readonly Risk[];
    /** A core capability whose assignments are copied at installation. */
    readonly clone?: string;
};

export type Column = Id | Ref | Int | Decimal | Bool | Text | LongText | Html | Time | Duration | Choice
    | {readonly kind: 'nullable'; readonly of: Ref | Int | Decimal | Text | LongText | Html | Time | Duration | Choice};

/** Where a row of personal data belongs. */
export type PersonalContext = 'system' | 'user' | {readonly course: string} | {readonly block: string} | {readonly context: string};

export type PersonalShape = {
    /** The column that names the user; several where a row concerns more than one. */
    readonly user: string | readonly string[];
    readonly context: PersonalContext;
    /** String that says what the table keeps; each column X that is personal has the string `<about>:X`. */
    readonly about: string;
    /** The columns to tell of; without it all but id and the context's column. */
    readonly columns?: readonly string[];
    /** Columns that are emptied instead of the row being deleted, where the row must outlive the person. */
    readonly erase?: readonly string[];
};

export type TableShape = {
    readonly doc: string;
    readonly fields: {readonly [name: string]: Column};
    readonly unique?: readonly (readonly string[])[];
    readonly index?: readonly (readonly string[])[];
    /** What it keeps of people; `null` says that it keeps nothing of anyone. */
    readonly personal: PersonalShape | null;
};

export type ServiceShape = {
    readonly doc: string;
    /** The context that is validated, and where it comes from: a parameter of that name. `user` is the caller's own. */
    readonly at: 'system' | 'user' | {readonly course: string} | {readonly module: string} | {readonly block: string};
    /** Capability of the plugin that the caller must have; null only where the doc says who may call it and why. */
    readonly needs: string | null;
    readonly kind: 'read' | 'write';
    /** Callable from the browser; false for web service clients only. */
    readonly ajax?: boolean;
    readonly loginrequired?: boolean;
    readonly params: RecordOf;
    readonly returns: Kind | RecordOf;
    readonly run: Method;
};

/** A ready-made web service that an admin finds after installation. Never rename one: Moodle deletes it and its tokens. */
export type WebServiceShape = {
    readonly name: string;
    /** Own functions by their short name, core's by their full one. */
    readonly functions: readonly string[];
    readonly restricted: boolean;
    readonly enabled: boolean;
    readonly download?: boolean;
    readonly upload?: boolean;
};

export type TaskShape = {
    /** Five cron fields; `R` is Moodle's random minute or hour. */
    readonly every: string;
    readonly disabled?: boolean;
    readonly run: Method;
};
export type AdhocShape = {readonly run: Method; /** What travels in custom data. */ readonly data?: RecordOf; readonly concurrency?: number; readonly attempts?: number};

export type EventShape = {
    readonly crud: 'c' | 'r' | 'u' | 'd';
    readonly level: 'teaching' | 'participating' | 'other';
    readonly at: Level;
    readonly table?: string;
    readonly relateduser?: boolean;
    readonly other?: RecordOf;
    /** What the log says, in English as Moodle's logs do: {userid}, {relateduserid}, {courseid}, {objectid} and {other.x} are filled in. */
    readonly says: string;
    /** Page of the plugin, with the same placeholders. */
    readonly url?: string;
};

export type MessageShape = {readonly web: 'on' | 'off' | 'forbidden'; readonly email: 'on' | 'off' | 'forbidden'; readonly app?: 'on' | 'off' | 'forbidden'; readonly needs?: string};

export type CacheShape = {
    readonly mode: 'application' | 'session' | 'request';
    readonly simplekeys?: boolean;
    readonly simpledata?: boolean;
    readonly ttl?: number;
    readonly staticacceleration?: number;
};

export type CheckShape = {readonly group: 'status' | 'security' | 'performance'; readonly run: Method};

export type ReportColumn = {
    /** SQL of the plugin's own columns only: a column name of `from`, or a method that builds the select. */
    readonly field: string;
    /** How a value is shown: as a kind, as the string `<prefix>:<value>` of the plugin, or by a method that gets value and row. */
    readonly as: 'text' | 'int' | 'time' | 'bool' | {readonly strings: string} | {readonly format: Method};
    readonly sortable?: boolean;
    readonly filter?: 'text' | 'number' | 'date' | 'select' | 'none';
    /** Options of a select filter that are not the strings of `as`. */
    readonly options?: Method;
    /** String of the title; otherwise `report:<report>:<column>`. */
    readonly title?: string;
};
export type ReportShape = {
    readonly doc: string;
    readonly from: string;
    readonly at: 'system' | 'course';
    readonly needs: string;
    /** Core entities, joined by a column of `from`: their main columns and filters come with them. */
    readonly join?: {readonly user?: string; readonly course?: string};
    readonly columns: {readonly [name: string]: ReportColumn};
    readonly sort: {readonly column: string; readonly descending?: boolean};
    /** Hand-written conditions: gets the report, adds its base condition. */
    readonly where?: Method;
    /** Hand-written row actions: gets the report, adds its actions. */
    readonly actions?: Method;
    readonly download?: boolean;
};

export type SettingShape = Exclude<Kind, Id | Ref | {readonly kind: 'list' | 'group' | 'nullable' | 'optional'}> | Choices;

export type AdminPageShape = {readonly path: string; readonly needs: string; /** Category of the admin tree; the plugin's own by default. */ readonly under?: string};

/** Data that leaves the site, for the privacy page. */
export type ExternalShape = {readonly about: string; readonly fields: readonly string[]};

export type PluginShape = {
    /** Moodle's name of the plugin, `block_…`, `local_…`. */
    readonly component: string;
    readonly release: string;
    readonly version: number;
    readonly maturity: 'alpha' | 'beta' | 'rc' | 'stable';
    readonly moodle: {readonly requires: Release; readonly supported: readonly [Release, Release]};
    readonly dependencies?: {readonly [component: string]: number};
    readonly lang: {readonly en: {readonly [key: string]: string}; readonly fr: {readonly [key: string]: string}};
    readonly capabilities?: {readonly [name: string]: CapabilityShape};
    readonly tables?: {readonly [name: string]: TableShape};
    readonly services?: {readonly [name: string]: ServiceShape};
    readonly webservices?: {readonly [shortname: string]: WebServiceShape};
    readonly tasks?: {readonly [name: string]: TaskShape};
    readonly adhoc?: {readonly [name: string]: AdhocShape};
    /** Event class without the leading backslash → method that gets the event. */
    readonly observers?: {readonly [event: string]: Method};
    readonly events?: {readonly [name: string]: EventShape};
    readonly messages?: {readonly [name: string]: MessageShape};
    readonly caches?: {readonly [name: string]: CacheShape};
    /** Hook class without the leading backslash → method that gets the hook. */
    readonly hooks?: {readonly [hook: string]: Method};
    readonly settings?: {readonly [name: string]: SettingShape};
    readonly adminpages?: {readonly [name: string]: AdminPageShape};
    readonly checks?: {readonly [name: string]: CheckShape};
    readonly reports?: {readonly [name: string]: ReportShape};
    /** Callbacks for which Moodle has no hook: `<component>_<name>` in lib.php hands its arguments to the method. */
    readonly callbacks?: {readonly [name: string]: {readonly params: string; readonly returns: string; readonly run: Method}};
    readonly preferences?: {readonly [name: string]: {readonly about: string}};
    readonly external?: {readonly [name: string]: ExternalShape};
    /** Hand-written methods that run at the end of installation, of upgrades (gets the old version) and before removal. */
    readonly lifecycle?: {readonly install?: Method; readonly upgrade?: Method; readonly uninstall?: Method};
};
