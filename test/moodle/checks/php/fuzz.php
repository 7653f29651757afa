<?php
// Random posts to the pages, forms and external functions of block_course_notification: php fuzz.php POSTS PAGES SEED.
//
// Says one line for each kind of answer that a person should never see: an uncaught error, a failing query, a mistake in
// the code, a PHP warning. What core refuses in words (no such course, not allowed, invalid parameter) is an answer.

define('CLI_SCRIPT', true);
[, $posts, $pages, $seed] = $argv + [1 => 300, 2 => 60, 3 => 1];
require(getenv('MOODLE_SITE_DIR') . '/config.php');
require_once($CFG->libdir . '/filelib.php');
require_once($CFG->libdir . '/externallib.php');

const SIGNALS = \block_course_notification\local\rules\signals::SIGNALS;

mt_srand((int) $seed);
$CFG->debug = DEBUG_DEVELOPER;
$course = $DB->get_record('course', ['shortname' => 'cells'], '*', MUST_EXIST);
$context = \core\context\course::instance($course->id);
if (!$DB->record_exists('block_instances', ['blockname' => 'course_notification', 'parentcontextid' => $context->id])) {
    $id = $DB->insert_record('block_instances', (object) [
        'blockname' => 'course_notification',
        'parentcontextid' => $context->id,
        'showinsubcontexts' => 0,
        'pagetypepattern' => 'course-view-*',
        'defaultregion' => 'side-post',
        'defaultweight' => 0,
        'configdata' => '',
        'timecreated' => time(),
        'timemodified' => time(),
    ]);
    context_block::instance($id);
}

/** One of some values. */
function one(array $of): mixed {
    return $of[mt_rand(0, count($of) - 1)];
}

/** Something that somebody may send where a short text is expected. */
function junk(int $depth = 0): mixed {
    global $course;
    $text = one([
        '', '0', '1', '7', '-1', '1e99', '99999999999999999999', '0x10', 'NaN', ' ', "\0", "a\0b", "\xff\xfe", 'é{{COURSE}}', '{{', '}}{{',
        '{{NAME}}', '%7B%7BX%7D%7D', '<a href="{{COURSESHORT}}">x', '<script>alert(1)</script>', "'; DROP TABLE x --", '%', '_', '[]', '{"a":1}',
        'null', 'javascript:1', str_repeat('é', 300), str_repeat('<p>', 400), one(SIGNALS), (string) $course->id, '*', 'en', 'xx_yy', '../../x',
    ]);
    $isdeep = $depth < 3 && mt_rand(0, 9) === 0;
    return $isdeep ? [one([0, 'en', 'text', 'x']) => junk($depth + 1), 'y' => junk($depth + 1)] : $text;
}

/** Fields, some as the form has them, some left out, some of another shape. */
function fields(array $usual): array {
    $sent = [];
    foreach ($usual as $name => $value) {
        $luck = mt_rand(0, 9);
        if ($luck < 8) {
            $sent[$name] = $luck < 4 ? $value : junk();
        }
    }
    return mt_rand(0, 9) === 0 ? $sent + [one(['x', 'signal', 'was', 'submitbutton']) => junk()] : $sent;
}

/** The fields of the setup form. */
function setup_fields(): array {
    global $course;
    $fields = ['id' => $course->id, 'was' => one(['{}', '{"inactive":"0"}', 'x']), 'sesskey' => sesskey()];
    foreach (['enable', 'endaftercompletion', ...SIGNALS] as $name) {
        $fields[$name] = one(['0', '1']);
    }
    foreach (['firstcallafter', 'secondcallafter', 'inactiveafter', 'inactiveevery'] as $name) {
        $fields[$name] = (string) mt_rand(0, 400);
    }
    return fields($fields) + ['_qf__block_course_notification_form_setup_form' => 1, 'submitbutton' => 'x'];
}

/** The fields of the form of a text. */
function text_fields(): array {
    global $course;
    $fields = ['id' => $course->id, 'signal' => one(SIGNALS), 'was' => '{}', 'sesskey' => sesskey()];
    $fields['subject'] = ['en' => junk(), 'fr' => junk(), '*' => junk()];
    $fields['body'] = ['en' => one([['text' => junk(), 'format' => junk(), 'itemid' => junk()], junk()]), 'fr' => ['text' => 'x', 'format' => '1']];
    return fields($fields) + ['_qf__block_course_notification_form_text_form' => 1, 'submitbutton' => 'x'];
}

/** Runs something; what is wrong with its answer, or null. */
function complaint(string $what, callable $run): ?string {
    $warned = null;
    set_error_handler(static function (int $level, string $said, string $file, int $line) use (&$warned): bool {
        $warned = (error_reporting() & $level) === 0 ? $warned : "$said at $file:$line";
        return true;
    });
    try {
        ob_start();
        $run();
    } catch (\core\exception\moodle_exception $e) {
        $isours = $e instanceof dml_exception && !$e instanceof dml_missing_record_exception || $e instanceof coding_exception;
        $warned = $isours ? get_class($e) . ': ' . $e->getMessage() . ' ' . $e->getFile() . ':' . $e->getLine() : $warned;
    } catch (\Throwable $e) {
        $warned = get_class($e) . ': ' . $e->getMessage() . ' ' . $e->getFile() . ':' . $e->getLine();
    } finally {
        ob_end_clean();
        restore_error_handler();
    }
    return $warned === null ? null : "$what: $warned";
}

/** A post to a form, as a page or a window makes it. */
function post_form(string $class, array $fields): void {
    global $course, $PAGE;
    $PAGE = new moodle_page();
    $PAGE->set_url('/blocks/course_notification/setup.php', ['id' => $course->id]);
    $PAGE->set_course($course);
    // What travels is text.
    parse_str(http_build_query($fields), $_POST);
    $_SERVER['REQUEST_METHOD'] = 'POST';
    if ($class === 'text') {
        $ajax = one([null, $_POST]);
        if ($ajax === null && (!is_string($_POST['id'] ?? null) || !is_string($_POST['signal'] ?? ''))) {
            return; // The page asks for both before it makes the form.
        }
        $form = new \block_course_notification\form\text_form(null, null, 'post', '', [], true, $ajax, $ajax !== null);
        $form->set_data_for_dynamic_submission();
        $form->get_data() === null ? $form->render() : $form->process_dynamic_submission();
        return;
    }
    $settings = \block_course_notification\local\facts\course_settings::of((int) $course->id);
    $form = new \block_course_notification\form\setup_form(null, ['courseid' => (int) $course->id, 'settings' => $settings]);
    $data = $form->get_data();
    $data === null ? $form->render() : $form->save($data);
}

/** A call of an external function. */
function call(array $functions): void {
    global $course;
    $usual = [
        'courseid' => $course->id, 'signal' => one(SIGNALS), 'userid' => one([2, 3, 4, 99]), 'language' => 'en', 'query' => 'a',
        'drafts' => [['language' => 'en', 'subject' => junk(1), 'body' => junk(1), 'format' => one([0, 1, 2, 4, 9])]],
    ];
    $name = one($functions);
    $wanted = array_keys(\core_external\external_api::external_function_info($name)->parameters_desc->keys);
    $args = mt_rand(0, 1) ? array_intersect_key($usual, array_flip($wanted)) : array_intersect_key(fields($usual), array_flip($wanted));
    $answer = \core_external\external_api::call_external_function($name, $args, true);
    if ($answer['error'] && in_array($answer['exception']->errorcode, ['codingerror', 'generalexceptionmessage', 'dmlreadexception', 'dmlwriteexception'], true)) {
        throw new \Error("$name " . json_encode($args) . ' ' . json_encode($answer['exception']));
    }
}

$teacher = core_user::get_user_by_username('teacher', '*', null, MUST_EXIST);
\core\session\manager::set_user($teacher);
$CFG->noemailever = true;
$functions = $DB->get_fieldset_select('external_functions', 'name', 'component = ?', ['block_course_notification']);
$wrong = [];
for ($post = 0; $post < $posts; $post++) {
    $kind = one(['setup', 'text', 'function']);
    $said = match ($kind) {
        'setup' => complaint('setup form', static fn() => post_form('setup', setup_fields())),
        'text' => complaint('text form', static fn() => post_form('text', text_fields())),
        default => complaint('external function', static fn() => call($functions)),
    };
    if ($said !== null) {
        $wrong[preg_replace('/\d+/', 'n', $said)] ??= $said;
    }
}

// The pages themselves, as a browser reaches them.
$curl = new curl(['cookie' => make_request_directory() . '/cookies', 'ignoresecurity' => true]);
$login = $curl->get("$CFG->wwwroot/login/index.php");
preg_match('~name="logintoken" value="([^"]+)"~', $login, $token);
$curl->post("$CFG->wwwroot/login/index.php", http_build_query(['username' => 'teacher', 'password' => 'moodle', 'logintoken' => $token[1] ?? '']));
preg_match('~"sesskey":"([^"]+)"~', $curl->get("$CFG->wwwroot/my/"), $key);
for ($visit = 0; $visit < $pages; $visit++) {
    $page = one(['setup', 'text', 'act', 'report', 'why']);
    $fields = match ($page) {
        'setup' => setup_fields(),
        'text' => text_fields(),
        default => fields(['id' => $course->id, 'act' => one(['mark', 'reset', 'keep']), 'userid' => one([0, 3, 4]), 'signal' => one(SIGNALS),
            'query' => junk(), 'page' => junk(), 'tab' => junk(), 'sesskey' => '']),
    };
    $fields = isset($fields['sesskey']) ? ['sesskey' => $key[1] ?? ''] + $fields : $fields;
    $url = "$CFG->wwwroot/blocks/course_notification/$page.php";
    $answer = mt_rand(0, 2) === 0
        ? $curl->get($url . '?' . http_build_query($fields))
        : $curl->post($url, http_build_query($fields));
    $status = (int) ($curl->get_info()['http_code'] ?? 0);
    $text = trim(html_to_text((string) $answer, 0, false));
    if (str_contains($text, 'clean() can not process arrays')) {
        continue; // What core's required_param() says of a list of lists, on any page of Moodle.
    }
    if ($status >= 500 || $status === 0 || preg_match('~(?:Coding error detected|Error (?:reading from|writing to) database|Exception - )[^\n]*~', $text, $found)) {
        $said = "$page.php: $status " . ($found[0] ?? '') . ' ' . http_build_query($fields);
        $wrong["$page.php: $status " . preg_replace('/\d+/', 'n', $found[0] ?? '')] ??= $said;
    }
}
echo json_encode(array_values($wrong), JSON_INVALID_UTF8_SUBSTITUTE | JSON_UNESCAPED_SLASHES), "\n";
