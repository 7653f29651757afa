import phpParser from 'php-parser';
import type {Diagnostic} from '../../../build/diagnostics/diagnostic.ts';
import {boilerplateMissing, sourceForbidden} from '../../../build/diagnostics/directory.ts';
import {ending} from './pluginFiles.ts';

type Rule = {readonly pattern: RegExp; readonly instead: string; readonly except?: RegExp};

/** What shipped PHP may not hold. Comments and strings are blanked before, so a word in a text is no finding. */
const RULES: readonly Rule[] = [
    {pattern: /\$_(GET|POST|REQUEST|COOKIE|FILES|SESSION)\b/g, instead: 'read parameters with required_param(), optional_param() or a form.'},
    {pattern: /(?<![\w>:\\$])(eval|unserialize|create_function|exec|shell_exec|system|passthru|popen|proc_open|extract)\s*\(/g, instead: 'a reviewer refuses this function.'},
    {pattern: /(?<![\w>:$])(var_dump|print_r|var_export|error_log|debug_backtrace)\s*\(/g, instead: 'debug output may not be shipped.'},
    {pattern: /(?<![\w>:$])(curl_init|fsockopen|stream_socket_client)\s*\(/g, instead: "use Moodle's curl class: it knows the proxy and the blocked hosts."},
    {pattern: /(?<![\w>:$])(ini_set|set_time_limit|putenv|header)\s*\(/g, instead: "use Moodle's functions, such as core_php_time_limit::raise()."},
    {pattern: /\bPARAM_RAW\b(?!_TRIMMED)/g, instead: 'take the narrowest PARAM type that fits.', except: /^classes\/(admin|external|form|local\/form)\// },
    {pattern: /@(?=\$?\w+\s*[([])/g, instead: 'an error that is silenced is one that nobody finds.'},
];

/** SQL that only one of the databases understands; looked for inside the strings too. */
const DATABASE_RULE: Rule = {
    pattern: /\b(IFNULL|GROUP_CONCAT|DATE_FORMAT|FROM_UNIXTIME|UNIX_TIMESTAMP|SQL_CALC_FOUND_ROWS|ON DUPLICATE KEY|INSERT IGNORE|CURDATE|RLIKE)\b|\bmdl_\w+/g,
    instead: 'write SQL that MariaDB and PostgreSQL both run, with $DB->sql_*() where they differ.',
};

const HEAD: readonly [RegExp, string][] = [
    [/GNU General Public License/, 'the GPL notice'],
    [/@package\s+(\w+)/, 'the @package tag'],
    [/@copyright\s+\d{4}/, 'the @copyright tag'],
    [/@license\s+https?:\/\/www\.gnu\.org\/copyleft\/gpl\.html GNU GPL v3 or later/, 'the @license tag'],
];

export function sourceFindings(files: ReadonlyMap<string, string>, component: string): Diagnostic[] {
    return ending(files, '.php').flatMap(([path, text]) => {
        const code = blankOut(text, /^T_(COMMENT|DOC_COMMENT|CONSTANT_ENCAPSED_STRING|ENCAPSED_AND_WHITESPACE|INLINE_HTML)$/);
        const withStrings = blankOut(text, /^T_(COMMENT|DOC_COMMENT|INLINE_HTML)$/);
        const shipped = !/^(tests|lang)\//.test(path);
        return [
            ...headFindings(path, text, component),
            ...(shipped ? RULES.flatMap(rule => ruleFindings(rule, path, code)) : []),
            // A file that asks for the family of the database has a form for each.
            ...(shipped && !code.includes('get_dbfamily') ? ruleFindings(DATABASE_RULE, path, withStrings) : []),
            ...entryFindings(path, code),
            ...attributeFindings(path, text),
        ];
    });
}

function headFindings(path: string, text: string, component: string): Diagnostic[] {
    // What a test covers may be a long list before its docblock.
    const [head = ''] = text.slice(0, 6000).split(/^(?:final |abstract )?(?:class|interface|trait) /m);
    const missing = HEAD.filter(([pattern]) => !pattern.test(head)).map(([, part]) => boilerplateMissing(path, part));
    const named = /@package\s+(\w+)/.exec(head)?.[1];
    return named === undefined || named === component ? missing : [...missing, boilerplateMissing(path, `the right @package: ${named} is not ${component}`)];
}

function ruleFindings(rule: Rule, path: string, code: string): Diagnostic[] {
    return rule.except?.test(path) === true ? [] : [...code.matchAll(rule.pattern)].map(found =>
        sourceForbidden({file: path, line: code.slice(0, found.index).split('\n').length}, found[0], rule.instead));
}

/** A page that loads config.php must ask who is there. */
function entryFindings(path: string, code: string): Diagnostic[] {
    const page = /\brequire(_once)?\b[^;]*;/.test(code) && !/^(classes|tests|lang|db|cli|backup)\//.test(path) && /\$PAGE\b/.test(code);
    const settings = /^(settings|version|lib|block_\w+|edit_form)\.php$/.test(path);
    return !page || settings || /\b(require_login|require_course_login|require_admin|admin_externalpage_setup)\b/.test(code)
        ? [] : [sourceForbidden({file: path, line: 1}, path, 'a page must call require_login() or admin_externalpage_setup().')];
}

/** PHPUnit of the oldest Moodle reads docblocks, that of the newest attributes: what one says, the other says too. */
function attributeFindings(path: string, text: string): Diagnostic[] {
    const isSaid = (attribute: string, name: string): boolean =>
        [...text.matchAll(new RegExp(`#\\[\\\\PHPUnit\\\\Framework\\\\Attributes\\\\${attribute}\\(([^)]+)\\)`, 'g'))]
            .some(found => found[1]?.replace(/::class$|'/g, '').split('\\').at(-1) === name);
    return [['covers', 'CoversClass'], ['dataProvider', 'DataProvider']].flatMap(([tag = '', attribute = '']) =>
        [...text.matchAll(new RegExp(`^ *\\* @${tag}\\s+(\\S+)`, 'gm'))]
            .filter(([, said = '']) => !isSaid(attribute, said.split('\\').at(-1) ?? ''))
            .map(found => sourceForbidden({file: path, line: text.slice(0, found.index).split('\n').length}, found[0].trim(), `say it in an attribute ${attribute} too.`)));
}

function blankOut(text: string, kinds: RegExp): string {
    const engine = new phpParser.Engine({parser: {extractDoc: false}, lexer: {all_tokens: true, comment_tokens: true}});
    const tokens = engine.tokenGetAll(text) as (string | [string, string, number])[];
    return tokens.map(token => typeof token === 'string' ? token : kinds.test(token[0]) ? token[1].replace(/[^\n]/g, ' ') : token[1]).join('');
}
