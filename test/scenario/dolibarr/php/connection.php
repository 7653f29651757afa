<?php
// Tries the connection, as its page does.

define('CLI_SCRIPT', true);
require(getenv('MOODLE_SITE_DIR') . '/config.php');

echo json_encode(\local_dolibarr\local\feed\connection::findings()), "\n";
