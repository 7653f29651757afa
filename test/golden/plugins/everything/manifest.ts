import {definePlugin} from '../../../../build/manifest/definePlugin.ts';
import {
    bool, category, choice, choices, custom, decimal, duration, group, heading, html, id, int, list, longtext, nullable, optional, ref, roles, secret,
    text, time,
} from '../../../../build/manifest/kinds.ts';
import {queue, queued} from '../../../../build/parts/queue/part.ts';
import {remotes} from '../../../../build/parts/remotes/part.ts';
import {service} from '../../../../build/parts/service/part.ts';
import {en} from './lang/en.ts';
import {fr} from './lang/fr.ts';

/** A plugin that declares one of everything that a manifest may say. */
export default definePlugin({
    component: 'local_everything',
    release: '1.1.0',
    version: 2026110200,
    maturity: 'stable',
    moodle: {requires: '4.5', supported: ['4.5', '5.3']},
    lang: {en, fr},
    parts: {
        service: service({
            name: 'everything_sync',
            title: 'Everything for another system',
            functions: ['core_webservice_get_site_info', 'core_user_get_users_by_field', 'enrol_manual_enrol_users'],
            capabilities: ['manage', 'moodle/user:viewdetails', 'enrol/manual:enrol'],
            assigns: ['student'],
        }),
        remotes: remotes({setting: 'remotes', functions: ['get_items', 'core_webservice_get_site_info'], probe: 'shelf_probe'}),
        queue: queue({table: 'delivery', ended: ['done', 'failed'], left: 'box', round: 'tidy', way: 'delivery_way'}),
    },
    capabilities: {
        view: {type: 'read', at: 'course', allow: ['teacher', 'editingteacher', 'manager']},
        manage: {at: 'system', risk: ['personal', 'config'], allow: ['manager'], clone: 'moodle/site:config'},
        receive: {type: 'read', at: 'system', allow: ['user'], prevent: ['guest']},
    },
    tables: {
        shelf: {
            doc: 'Shelves & "boxes" <of a course>.',
            fields: {
                id: id(),
                courseid: ref('course'),
                name: text(100, {doc: 'What people call it.'}),
                state: choice(['open', 'closed'], {default: 'open'}),
                width: decimal(10, 2, {default: 1.5}),
                about: nullable(longtext()),
                sortorder: int({min: -99, max: 999, default: 0}),
                visible: bool({default: true}),
            },
            unique: [['courseid', 'name']],
            index: [['state', 'sortorder']],
            personal: null,
        },
        item: {
            doc: 'What people put on a shelf.',
            fields: {
                id: id(),
                shelfid: ref('shelf'),
                userid: ref('user'),
                courseid: ref('course'),
                note: longtext({as: 'cleanhtml'}),
                reviewerid: nullable(ref('user')),
                timecreated: time(),
                lasts: duration({default: 3600}),
            },
            index: [['timecreated']],
            personal: {user: 'userid', context: {course: 'courseid'}, about: 'privacy:item', columns: ['userid', 'note', 'timecreated']},
        },
        wish: {
            doc: 'What people wish for, in a course or nowhere in particular.',
            fields: {id: id(), courseid: nullable(ref('course')), userid: ref('user'), granterid: nullable(ref('user')), wish: text(100)},
            personal: {user: ['userid', 'granterid'], context: {course: 'courseid'}, about: 'privacy:wish', columns: ['userid', 'granterid', 'wish'], erase: ['granterid']},
        },
        delivery: {
            doc: 'Items that are brought to another place.',
            fields: {id: id(), plan: text(100), box: nullable(text(20)), ...queued},
            personal: null,
        },
        profile: {
            doc: 'One row a person.',
            fields: {id: id(), userid: ref('user'), painterid: nullable(ref('user')), colour: text(20, {default: 'blue'})},
            unique: [['userid']],
            personal: {user: ['userid', 'painterid'], context: 'user', about: 'privacy:profile', columns: ['userid', 'painterid', 'colour'], erase: ['painterid']},
        },
    },
    services: {
        get_items: {
            doc: 'The items of a course.',
            at: {course: 'courseid'}, needs: 'view', kind: 'read',
            params: {
                courseid: int(), state: optional(choice(['open', 'closed']), 'open'), search: optional(text(100), ''), since: optional(nullable(time()), null),
                ids: optional(list(int()), []),
            },
            returns: list({id: int(), note: html(), owner: nullable(text(100)), width: decimal(10, 2), visible: bool(), tags: list(text(20))}),
            run: 'shelves::items',
        },
        set_shelf: {
            doc: 'Stores a shelf.',
            at: 'system', needs: 'manage', kind: 'write', ajax: false,
            params: {shelf: group({courseid: int(), name: text(100, {as: 'alphanumext', least: 2}), state: choice(['open', 'closed'])})},
            returns: {id: int(), created: bool()},
            run: 'shelves::store',
        },
    },
    webservices: {
        everything: {name: 'Everything', functions: ['get_items', 'core_webservice_get_site_info'], restricted: true, enabled: false, download: true},
    },
    tasks: {tidy: {every: 'R 3 * * *', run: 'shelves::tidy'}},
    adhoc: {move_items: {run: 'shelves::move', data: {shelfid: int(), target: nullable(int())}, concurrency: 2, attempts: 3}},
    observers: {'core\\event\\course_deleted': 'observed::course_deleted'},
    events: {
        item_added: {
            crud: 'c', level: 'participating', at: 'course', table: 'item', relateduser: true, other: {note: text(100)},
            says: "The user with id '{userid}' put the item with id '{objectid}' ({other.note}) on a shelf of the course with id '{courseid}'.",
            url: '/local/everything/index.php?id={courseid}',
        },
    },
    messages: {added: {web: 'on', email: 'off', app: 'forbidden', needs: 'receive'}},
    caches: {counts: {mode: 'application', simplekeys: true, simpledata: true, ttl: 300, staticacceleration: 50}},
    hooks: {'core\\hook\\output\\before_footer_html_generation': {run: 'observed::footer', priority: 500}},
    settings: {
        general: heading(),
        enabled: bool({default: true}),
        limit: int({default: 10, min: 1, max: 500}),
        floor: int({default: 5, min: 0}),
        factor: decimal(6, 2, {default: 1.25}),
        title: text(50, {default: "Everyone's shelf"}),
        code: text(8, {default: 'AB', pattern: '^[A-Z/]{0,8}$'}),
        server: text(100, {as: 'host', default: 'localhost'}),
        footer: longtext(),
        welcome: html({default: '<p>Hello</p>'}),
        keep: duration({default: 30 * 86400, min: 86400}),
        wait: duration({default: 90, check: 'shelves_check::wait_problem'}),
        mode: choice(['few', 'many'], {default: 'many'}),
        hour: choice(['0', '6', '12'], {default: '6'}),
        days: choices(['mon', 'tue'], {default: ['mon']}),
        reviewers: roles({default: ['editingteacher', 'manager']}),
        reader: roles({default: ['student'], single: true}),
        home: category(),
        token: secret(),
        servers: custom('servers', {default: ''}),
        remotes: custom('remote_moodles', {default: ''}),
    },
    adminpages: {
        overview: {path: 'index.php', needs: 'manage'},
        sitereport: {path: '/local/everything/report.php', needs: 'moodle/site:config', under: 'reports'},
    },
    checks: {shelves: {group: 'status', run: 'shelves_check::result'}},
    reports: {
        items: {
            doc: 'Every item of the site.',
            from: 'item', at: 'system', needs: 'manage', join: {user: 'userid', course: 'courseid'},
            columns: {
                note: {field: 'note', as: 'text', sortable: false},
                timecreated: {field: 'timecreated', as: 'time', sortable: true, filter: 'date'},
            },
            sort: {column: 'timecreated', descending: true},
            download: true,
        },
    },
    callbacks: {
        extend_navigation_frontpage: {
            params: 'navigation_node $frontpage, stdClass $course, core\\context\\course $context', returns: 'void', run: 'observed::navigation',
        },
    },
    preferences: {local_everything_view: {about: 'privacy:preference'}},
    external: {archive: {about: 'privacy:archive', fields: ['userid']}},
    lifecycle: {install: 'lifecycle::install', upgrade: 'lifecycle::upgrade', uninstall: 'lifecycle::uninstall'},
});
