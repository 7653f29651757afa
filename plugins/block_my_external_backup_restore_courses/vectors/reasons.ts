import type {Vectors} from '../../../test/rules/vectors.ts';

export const vectors: Vectors<typeof import('../rules/reasons.ts')> = {
    isTransient: [
        {why: 'a server that is down comes back', given: ['unreachable'], gives: true},
        {why: 'an admin may renew a token meanwhile', given: ['token'], gives: true},
        {why: 'a course that was deleted does not come back', given: ['course_gone'], gives: false},
        {why: 'a server that is newer stays newer', given: ['server_newer'], gives: false},
    ],
    isOfServer: [
        {why: 'all courses wait for a server that is down', given: ['unreachable'], gives: true},
        {why: 'a broken course is one course', given: ['restore_failed'], gives: false},
    ],
    offersWithoutUsers: [
        {why: 'people stand in the way', given: ['precheck_users', true], gives: true},
        {why: 'they were not asked for', given: ['precheck_users', false], gives: false},
        {why: 'the course itself is the trouble', given: ['precheck', true], gives: false},
    ],
};
