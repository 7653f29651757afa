<?php
// Makes the Moodle whose config.php is named first take over what has changed: php reloadCaches.php CONFIG lang,template,js,theme,classes

define('CLI_SCRIPT', true);
require($argv[1]);

$wanted = array_fill_keys(explode(',', $argv[2]), true);
$map = $CFG->cachedir . '/core_component.php';
if (isset($wanted['classes']) && file_exists($map)) {
    // A class is found by its file only when the map of classes is made again, which the next request does.
    unlink($map);
}
unset($wanted['classes']);
if ($wanted) {
    purge_caches($wanted);
}
