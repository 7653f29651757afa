import type {Vectors} from '../../../test/rules/vectors.ts';

const asking = {
    owns: true, maybackup: true, mayuserdata: false, withusers: false, policy: 'permitted', serverbranch: 405, clientbranch: 501,
} as const;

export const vectors: Vectors<typeof import('../rules/leaving.ts')> = {
    refusalOf: [
        {why: 'a teacher takes the own course to a newer Moodle', given: [asking], gives: null},
        {why: 'somebody else asks', given: [{...asking, owns: false}], gives: 'not_yours'},
        {why: 'an owner without the right to back up', given: [{...asking, maybackup: false}], gives: 'backup_right'},
        {why: 'user data stay where the right is missing', given: [{...asking, withusers: true}], gives: 'userdata_refused'},
        {why: 'user data leave where the site lets them', given: [{...asking, withusers: true, policy: 'everybody'}], gives: null},
        {why: 'an older Moodle cannot restore it', given: [{...asking, serverbranch: 502}], gives: 'server_newer'},
        {why: 'the same version can', given: [{...asking, serverbranch: 501}], gives: null},
    ],
    mayUserDataLeave: [
        {why: 'who may back them up here', given: ['permitted', true], gives: true},
        {why: 'who may not', given: ['permitted', false], gives: false},
        {why: 'everybody who owns the course', given: ['everybody', false], gives: true},
    ],
    isRevived: [
        {why: 'it died once', given: [0], gives: true},
        {why: 'the second new start is the last', given: [2], gives: false},
    ],
};
