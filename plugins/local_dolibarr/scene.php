<?php
// What the pages of the plugin are about: a destination, and a message that was given up.

use local_dolibarr\local\feed\destinations;
use local_dolibarr\local\feed\dolibarr;

destinations::keep(dolibarr::fresh('registry')->with(['id' => 1, 'url' => 'http://127.0.0.1:9']));
$DB->delete_records('local_dolibarr_message', ['id' => 1]);
$DB->import_record('local_dolibarr_message', (object) [
    'id' => 1,
    'destination' => 'registry-1',
    'kind' => 'completed',
    'userid' => $personid,
    'courseid' => $courseid,
    'about' => "completed-$personid-$courseid-0",
    'sequence' => "$personid-$courseid",
    'data' => '{"state":"completed"}',
    'uid' => str_repeat('0', 32),
    'state' => 'dead',
    'timecreated' => 1700000000,
]);
$DB->get_manager()->reset_sequence(new xmldb_table('local_dolibarr_message'));
