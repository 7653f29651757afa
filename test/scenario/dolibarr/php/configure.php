<?php
// Points the plugin at a Dolibarr: `configure.php URL KEY PRESET[,PRESET…] PEOPLE OWNER`.

define('CLI_SCRIPT', true);
require(getenv('MOODLE_SITE_DIR') . '/config.php');

[, $url, $key, $presets, $people, $owner] = $argv;
set_config('url', $url, 'local_dolibarr');
set_config('apikey', \core\encryption::encrypt($key), 'local_dolibarr');
set_config('presets', $presets, 'local_dolibarr');
set_config('extrafieldsof', $people, 'local_dolibarr');
set_config('agendaowner', $owner, 'local_dolibarr');
