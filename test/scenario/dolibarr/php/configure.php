<?php
// Points the plugin at a Dolibarr: `configure.php URL KEY PRESET[,PRESET…]`.

use local_dolibarr\local\feed\destinations;
use local_dolibarr\local\feed\dolibarr;

define('CLI_SCRIPT', true);
require(getenv('MOODLE_SITE_DIR') . '/config.php');

[, $url, $key, $presets] = $argv;
$ways = explode(',', $presets);
$kept = array_column(destinations::all(), null, 'way');
array_map(destinations::remove(...), array_diff_key($kept, array_flip($ways)));
foreach ($ways as $way) {
    // Another key for the same one is no other destination.
    $dolibarr = $kept[$way] ?? dolibarr::fresh($way);
    destinations::keep($dolibarr->with(['url' => $url, 'key' => \core\encryption::encrypt($key)]));
}
