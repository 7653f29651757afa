<?php
// Points the plugin at a Dolibarr: `configure.php URL KEY PRESET[,PRESET…] PEOPLE OWNER`.

use local_dolibarr\local\feed\destinations;
use local_dolibarr\local\feed\dolibarr;

define('CLI_SCRIPT', true);
require(getenv('MOODLE_SITE_DIR') . '/config.php');

[, $url, $key, $presets, $people, $owner] = $argv;
$ways = explode(',', $presets);
$kept = array_column(destinations::all(), null, 'way');
array_map(destinations::remove(...), array_diff_key($kept, array_flip($ways)));
foreach ($ways as $way) {
    // Another key for the same one is no other destination.
    $dolibarr = $kept[$way] ?? dolibarr::fresh($way);
    $reached = ['url' => $url, 'key' => \core\encryption::encrypt($key)];
    destinations::keep($dolibarr->with($reached + ['people' => $people, 'owner' => (int) $owner]));
}
