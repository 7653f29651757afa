import {describe, expect, it} from 'vitest';
import {lineOf, mistake} from './mistake.ts';

describe('a mistake in a manifest', () => {
    it.each([
        ['a capability that nobody declares', "needs: 'view'", "needs: 'veiw'", 'undeclared-name', "Did you mean 'view'?"],
        ['an index over a column that is not there', "[['timecreated']]", "[['timecraeted']]", 'undeclared-name', "Did you mean 'timecreated'?"],
        ['a note on personal data without its string', "about: 'privacy:profile'", "about: 'privacy:profil'", 'undeclared-name', "Did you mean 'privacy:profile'?"],
        ['a report from a table that is not there', "from: 'item'", "from: 'items'", 'undeclared-name', "Did you mean 'item'?"],
        ['a service over a parameter that it does not take', "at: {course: 'courseid'}, needs", "at: {course: 'course'}, needs", 'undeclared-name', "no parameter 'course'"],
        ['a value that is not among those there are', "crud: 'c'", "crud: 'x'", 'wrong-field', "'c', 'r', 'u' or 'd'"],
        ['a section with a misspelt name', 'caches:', 'cachs:', 'unknown-field', "Did you mean 'caches'?"],
        ['a field that is missing', "doc: 'Stores a shelf.',", '', 'missing-field', 'services.set_shelf.doc is missing'],
        ['a number where a method must be', "run: 'shelves::tidy'", "run: 3 as never", 'wrong-field', "a method as in 'sender::run'"],
        ['a table whose name is too long', 'profile: {', 'profileofpeoplewhohaveaverylongnameindeed: {', 'name-too-long', 'Shorten it by 5.'],
        ['a column that a database keeps for itself', 'lasts:', 'period:', 'reserved-word', 'Choose another name.'],
        ['a capability in capitals', 'receive: {', 'Receive: {', 'bad-name', 'lower-case letters'],
        ['a class that tells of data which nobody deletes', 'lifecycle: {', "privacy: {also: 'site/kept'}, lifecycle: {", 'missing-field', 'privacy.forgotten is missing'],
        ['a setting that hides the version', 'floor: int', 'version: int', 'name-taken', "Moodle keeps the plugin's version"],
        ['a task with the name of another', 'move_items: {', 'tidy: {', 'name-taken', 'a scheduled task has that name'],
        ['an hour that no clock has', "every: 'R 3 * * *'", "every: 'R 24 * * *'", 'wrong-field', 'each within its bounds'],
        ['a random day of the month', "every: 'R 3 * * *'", "every: 'R 3 R * *'", 'wrong-field', 'R for one that Moodle draws'],
        ['a default out of bounds', 'int({default: 10,', 'int({default: 1000,', 'default-not-allowed', 'within 1 and 500'],
        ['a default that its pattern refuses', "default: 'AB'", "default: 'ab'", 'default-not-allowed', 'matches'],
        ['an index on a long text', "[['timecreated']]", "[['note']]", 'index-on-text', 'Use text(255)'],
        ['an index that a reference has already', "[['timecreated']]", "[['shelfid']]", 'doubled-index', 'Take this one out'],
        ['a version that is no date', '2026110200', '20261102', 'bad-version', 'ten digits'],
        ['a version below the released one', '2026110200', '2026103100', 'version-too-low', 'Raise it to 2026110101 or more'],
        ['other tables under a released version', '2026110200', '2026110100', 'schema-changed', 'Raise the version'],
        ['a new column without a value for old rows', 'duration({default: 3600})', 'duration()', 'column-needs-default', 'give it a default'],
        ['Moodle versions the wrong way round', "['4.5', '5.3']", "['5.3', '4.5']", 'supported-backwards', 'oldest version first'],
    ])('is refused with its line: %s', async (_what, from, to, code, says) => {
        const {said, message} = await mistake(from, to);
        expect(said).toContain(`manifest.ts ${code}`);
        expect(message).toContain(says);
        expect(message).toMatch(/^\d+: /m);
    });

    it('is found where it stands', async () => {
        expect((await mistake("needs: 'view'", "needs: 'veiw'")).message).toMatch(new RegExp(`^${await lineOf("needs: 'view'")}: `));
    });

    it('is told with its line when it is one of syntax', async () => {
        const {said, message} = await mistake('    settings: {', '    settings: {{');
        expect(said).toEqual(['manifest.ts manifest-syntax']);
        expect(message).toMatch(/^\d+: This is not TypeScript/);
    });

    it('is told when the manifest throws', async () => {
        const {said, message} = await mistake('export default', "throw new Error('No weekday.');\nexport default");
        expect(said).toEqual(['manifest.ts manifest-throws']);
        expect(message).toContain('No weekday.');
    });

    it('is told when nothing is exported', async () => {
        expect((await mistake('export default', 'export const plugin =')).said).toEqual(['manifest.ts no-manifest']);
    });

    it('is told when a key is there twice', async () => {
        expect((await mistake('    tasks: {', "    tasks: {tidy: {every: '* * * * *', run: 'a::b'}, ")).said).toEqual(['manifest.ts declared-twice']);
    });
});

describe('a mistake in the strings', () => {
    it('is told when French lacks one', async () => {
        const {said} = await mistake("'setting:mode:few': 'Peu',", '', 'lang/fr.ts');
        expect(said).toEqual(['lang/fr.ts untranslated-string']);
    });

    it('is told when English lacks one that Moodle asks for', async () => {
        const {said, message} = await mistake("'task:tidy': 'Tidy the shelves',", '', 'lang/en.ts');
        expect(said).toContain('lang/en.ts missing-string');
        expect(message).toContain("the name of the task 'tidy'");
    });

    it('is told when the two fill in different things', async () => {
        const {said} = await mistake("'Attente'", "'Attente de {$a}'", 'lang/fr.ts');
        expect(said).toEqual(['lang/fr.ts placeholders-differ']);
    });
});
