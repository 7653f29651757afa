<?php
// Makes the classes and functions of the site in MOODLE_SITE_DIR known to PHPStan, those outside of Moodle's autoloader too.

define('CLI_SCRIPT', true);
require(getenv('MOODLE_SITE_DIR') . '/config.php');

foreach (['adminlib', 'clilib', 'completionlib', 'ddllib', 'formslib', 'tablelib', 'upgradelib'] as $library) {
    require_once("{$CFG->libdir}/{$library}.php");
}
require_once($CFG->dirroot . '/blocks/moodleblock.class.php');
require_once($CFG->dirroot . '/course/lib.php');
require_once($CFG->dirroot . '/group/lib.php');
require_once($CFG->dirroot . '/user/profile/lib.php');
require_once($CFG->dirroot . '/webservice/lib.php');
require_once($CFG->libdir . '/phpmailer/moodle_phpmailer.php');
require_once($CFG->dirroot . '/backup/util/includes/backup_includes.php');
require_once($CFG->dirroot . '/backup/util/includes/restore_includes.php');
require_once($CFG->dirroot . '/backup/moodle2/backup_plan_builder.class.php');
require_once($CFG->dirroot . '/backup/moodle2/restore_plan_builder.class.php');
restore_error_handler();
restore_exception_handler();
