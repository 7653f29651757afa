<?php
// Ends all other connections to the database of the site, as a server that is started anew would.

define('CLI_SCRIPT', true);
require(getenv('MOODLE_SITE_DIR') . '/config.php');

if ($DB->get_dbfamily() === 'postgres') {
    $DB->get_records_sql(
        'SELECT pid, pg_terminate_backend(pid) AS done FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()'
    );
} else {
    $ids = $DB->get_fieldset_sql('SELECT id FROM information_schema.processlist WHERE db = DATABASE() AND id <> CONNECTION_ID()');
    foreach ($ids as $id) {
        $DB->change_database_structure('KILL ' . (int) $id);
    }
}
