import {definePlugin} from '../../build/manifest/definePlugin.ts';
import {choice, choices, heading, id, int, secret, text} from '../../build/manifest/kinds.ts';
import {outbox} from '../../build/parts/outbox/part.ts';
import {service} from '../../build/parts/service/part.ts';
import {en} from './lang/en.ts';
import {fr} from './lang/fr.ts';
import {PRESETS} from './rules/presets.ts';

export const manifest = definePlugin({
    component: 'local_dolibarr',
    release: '0.1.0',
    version: 2026112102,
    maturity: 'alpha',
    moodle: {requires: '4.5', supported: ['4.5', '5.3']},
    lang: {en, fr},
    parts: {
        service: service({
            name: 'local_dolibarr',
            title: 'Dolibarr',
            functions: [
                'core_webservice_get_site_info', 'core_user_get_users_by_field', 'core_user_get_users', 'core_user_create_users', 'core_user_update_users',
                'core_course_get_courses_by_field', 'core_enrol_get_enrolled_users', 'enrol_manual_enrol_users', 'enrol_manual_unenrol_users',
                'core_group_get_course_groups', 'core_group_create_groups', 'core_group_add_group_members', 'core_group_delete_group_members',
                'core_cohort_add_cohort_members', 'core_completion_get_course_completion_status', 'core_completion_get_activities_completion_status',
            ],
            capabilities: [
                'moodle/user:create', 'moodle/user:update', 'moodle/user:viewdetails', 'moodle/user:viewhiddendetails', 'moodle/user:viewalldetails',
                'moodle/course:view', 'moodle/course:update', 'moodle/course:viewparticipants', 'moodle/course:viewhiddencourses',
                'moodle/course:useremail', 'moodle/course:managegroups', 'moodle/site:accessallgroups', 'moodle/cohort:assign', 'moodle/role:assign',
                'enrol/manual:enrol', 'enrol/manual:unenrol', 'report/completion:view',
            ],
            assigns: ['student'],
        }),
        outbox: outbox({connector: 'feed/dolibarr_connector'}),
    },
    tables: {
        credit: {
            doc: 'Minutes that an activity is worth, where no checklist says so.',
            fields: {id: id(), cmid: int(), minutes: int({default: 0})},
            unique: [['cmid']],
            personal: null,
        },
    },
    tasks: {
        reconcile_task: {every: 'R 2 * * *', run: 'feed/reconcile::run_task'},
    },
    adhoc: {
        // What a checklist says changes in many rows at once, and its events come before them.
        hours_task: {run: 'times/recount::run_task', data: {courseid: int()}},
    },
    settings: {
        connection: heading(),
        url: text(255, {as: 'url'}),
        apikey: secret(),
        entity: int({default: 0, min: 0}),
        presets: choices(PRESETS, {default: []}),
        registrypath: text(255, {default: '/moodle/events', pattern: '^/[A-Za-z0-9_./{}-]*$'}),
        extrafieldsof: choice(['contacts', 'users', 'members'], {default: 'contacts'}),
        agendaowner: int({default: 1, min: 1}),
        agefoddpath: text(255, {default: '/agefodd/sessions/trainee', pattern: '^/[A-Za-z0-9_./{}-]*$'}),
    },
    caches: {
        // Courses in which the person of the session is known to have been.
        entered: {mode: 'session', simplekeys: true, simpledata: true},
    },
    adminpages: {
        connection: {path: 'connection.php', needs: 'moodle/site:config'},
    },
    observers: {
        'core\\event\\course_completed': 'observe/completions::course',
        'core\\event\\course_module_completion_updated': 'observe/completions::activity',
        'core\\event\\user_updated': 'observe/identities::user',
        'core\\event\\course_updated': 'observe/identities::course',
        'core\\event\\group_updated': 'observe/identities::group',
        // Of a module that may come and go: where it is not installed, they never happen.
        'mod_learningtimecheck\\event\\items_updated': 'observe/checklists::changing',
        'mod_learningtimecheck\\event\\course_module_checks_updated': 'observe/checklists::changing',
        'mod_learningtimecheck\\event\\course_module_teachermarks_updated': 'observe/checklists::changing',
        // A deep link into an activity is an entry too, and each activity has an event of its own.
        '*': 'observe/entries::anything',
    },
    lifecycle: {install: 'feed/reconcile::begin'},
});

export default manifest;
