<?php
// Lets the minutes pass on the site in MOODLE_SITE_DIR for which Moodle keeps an upgrade that died locked.

define('CLI_SCRIPT', true);
define('NO_UPGRADE_CHECK', true);
require(getenv('MOODLE_SITE_DIR') . '/config.php');

unset_config('upgraderunning');
