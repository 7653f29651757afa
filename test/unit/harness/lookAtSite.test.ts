import {describe, expect, it} from 'vitest';
import {faultOf} from '../../moodle/lookAtSite.ts';

describe('a page of a site', () => {
    it('is sound where Moodle answers', () => {
        expect(faultOf(200, '<html><body id="page-login-index">Log in</body></html>')).toBeNull();
    });

    it.each([
        [200, '<br />\n<b>Fatal error</b>:  Uncaught Error: Class "core" not found in x.php', 'Fatal error:  Uncaught Error: Class "core" not found in x.php'],
        [500, 'PHP Fatal error:  Failed opening required \'../config.php\'', 'PHP Fatal error:  Failed opening required \'../config.php\''],
        [503, 'Error: database connection failed', 'HTTP 503'],
        [200, ' \n', 'HTTP 200'],
    ])('is told from an error with status %i', (status, page, fault) => {
        expect(faultOf(status, page)).toBe(fault);
    });
});
