<?php
// Tries the connection, as its page does.

use local_dolibarr\local\feed\connection;
use local_dolibarr\local\feed\destinations;

define('CLI_SCRIPT', true);
require(getenv('MOODLE_SITE_DIR') . '/config.php');

echo json_encode(array_merge(...array_map(connection::findings(...), array_values(destinations::active())))), "\n";
