import {describe, expect, it} from 'vitest';
import {foundIn, phpWith} from './foundIn.ts';

const shelf = (method: string) => ({
    'php/classes/local/shelf.php': `<?php\nnamespace local_small\\local;\nfinal class shelf {\n${method}\n}\n`,
    'manifest.ts': "services: {\nput: {run: 'shelf::put'},\n}",
});
const put = {
    put: {
        doc: 'Puts.', at: 'system', needs: 'view', kind: 'write', params: {name: {kind: 'text', length: 9}}, returns: {kind: 'bool'}, run: 'shelf::put',
    },
} as const;

describe('the cross-check of classes', () => {
    it('finds a class that is not where Moodle looks for it', () => {
        expect(foundIn({'php/classes/local/mail.php': '<?php\nnamespace local_small;\nfinal class mail {\n}\n'})).toEqual([
            'php/classes/local/mail.php:3 class-path This file declares local_small\\mail, but Moodle looks in it for local_small\\local\\mail. Rename the class or its namespace, or move the file.',
        ]);
    });

    it('finds classes and static methods that are not there', () => {
        expect(foundIn(phpWith('return new shwn();'))[0]).toMatch(/:5 unknown-class .*Did you mean 'local_small\\local\\shown'/);
        expect(foundIn(phpWith('return shown::al(1, 2);'))[0]).toMatch(/:5 unknown-method .*Did you mean 'all'/);
        expect(foundIn(phpWith("return '\\local_small\\task\\nothing';"))[0]).toContain('unknown-class');
    });

    it('knows generated classes, rules, parts of the namespace and classes of Moodle', () => {
        const body = 'use_it(\\local_small\\privacy\\provider::class, \\local_small\\local\\rules\\end_signals::class, new \\stdClass(), shown::all(1, 2));';
        expect(foundIn({...phpWith(body), 'rules/endSignals.ts': ''})).toEqual([]);
    });

    it('leaves a method alone that only the run names', () => {
        expect(foundIn(phpWith('return shown::$value(1, 2);'))).toEqual([]);
    });

    it('accepts what is inherited', () => {
        const child = '<?php\nnamespace local_small\\local;\nfinal class child extends \\core\\persistent {\n}\n';
        expect(foundIn({...phpWith('return child::get_records();'), 'php/classes/local/child.php': child})).toEqual([]);
    });
});

describe('the cross-check of methods that the manifest names', () => {
    it('finds one that is not there, with the line of the manifest', () => {
        expect(foundIn(shelf('public static function putt(string $name): bool { return true; }'), {services: put})).toEqual([
            "manifest.ts:2 missing-method 'shelf::put': there is no public static method of that name in plugins/local_small/php/classes/local/shelf.php. Did you mean 'putt'?",
        ]);
    });

    it('finds one that is private, or belongs to an object', () => {
        expect(foundIn(shelf('private static function put(string $name): bool { return true; }'), {services: put})[0]).toContain('missing-method');
        expect(foundIn(shelf('public function put(string $name): bool { return true; }'), {services: put})[0]).toContain('missing-method');
    });

    it('finds parameters that have another name, and those that nobody gives', () => {
        const found = foundIn(shelf('public static function put(string $title): bool { return true; }'), {services: put});
        expect(found).toEqual([expect.stringContaining("no parameter $name"), expect.stringContaining('demands $title')]);
        expect(foundIn(shelf('public static function put(string $name, int $more = 0): bool { return true; }'), {services: put})).toEqual([]);
    });

    it('counts the parameters of a method that gets an event', () => {
        const observers = {'core\\event\\course_deleted': 'shelf::put'} as const;
        expect(foundIn(shelf('public static function put($event, $more): void {}'), {observers})[0]).toContain('it demands 2 parameters, and is handed 1');
        expect(foundIn(shelf('public static function put($event): void {}'), {observers})).toEqual([]);
    });
});

describe('the cross-check of PHP that its parser does not know', () => {
    const cloned = (closing: string) => ({
        ...phpWith('return copier::copy($value);'),
        'php/classes/local/copier.php': `<?php\nnamespace local_small\\local;\nfinal class copier {\npublic static function copy($x) {\nreturn clone($x)${closing}\n}\n}\n`,
    });

    it('takes the word of PHP itself', () => {
        expect(foundIn(cloned(';'))).toEqual([]);
        expect(foundIn(cloned(';;)'))).toEqual([expect.stringContaining('copier.php:5 php-syntax')]);
    });

    it('takes a constant for no class', () => {
        expect(foundIn(phpWith('return new \\core_external\\external_value(PARAM_INT, \'\', VALUE_REQUIRED);'))).toEqual([]);
    });
});
