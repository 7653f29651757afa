<?php
// Gives PHP's own web server what a configured one does: paths behind a script's name, and Moodle's router for what is no file.

$routerroot = $_SERVER['DOCUMENT_ROOT'];
$routerpath = rawurldecode(parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH) ?? '/');

if (preg_match('~^(.*?\.php)(/.*)?$~', $routerpath, $routermatch) && is_file($routerroot . $routermatch[1])) {
    [$routerscript, $routerinfo] = [$routermatch[1], $routermatch[2] ?? ''];
} else if (is_file($routerroot . $routerpath)) {
    return false;
} else if (is_file($routerroot . rtrim($routerpath, '/') . '/index.php')) {
    [$routerscript, $routerinfo] = [rtrim($routerpath, '/') . '/index.php', ''];
} else {
    [$routerscript, $routerinfo] = ['/r.php', $routerpath];
}

$_SERVER['SCRIPT_NAME'] = $routerscript;
$_SERVER['SCRIPT_FILENAME'] = $routerroot . $routerscript;
$_SERVER['PHP_SELF'] = $routerscript . $routerinfo;
$_SERVER['PATH_INFO'] = $routerinfo;
if ($routerinfo === '') {
    unset($_SERVER['PATH_INFO']);
}
chdir(dirname($routerroot . $routerscript));
require($routerroot . $routerscript);
