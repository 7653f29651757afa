<?php
// Forgets who was told of servers that fail.

define('CLI_SCRIPT', true);
require(getenv('MOODLE_SITE_DIR') . '/config.php');

\cache::make('block_my_external_backup_restore_courses', 'troubles')->purge();
echo "done\n";
