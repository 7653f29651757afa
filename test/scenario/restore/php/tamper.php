<?php
// What a server does that is broken, or bad: changes the backup of the newest export that is ready, and says that it is right.

define('CLI_SCRIPT', true);
require(getenv('MOODLE_SITE_DIR') . '/config.php');

use block_my_external_backup_restore_courses\local\server\register;

[, $how, $given] = $argv + ['', '', ''];
$exports = $DB->get_records(register::TABLE, ['state' => 'ready'], 'id DESC', '*', 0, 1);
$export = reset($exports);
$file = register::file((int) $export->id);
$folder = make_request_directory();
$packer = get_file_packer('application/vnd.moodle.backup');
$file->extract_to_pathname($packer, $folder);
switch ($how) {
    case 'nocourse':
        unlink("$folder/course/course.xml");
        break;
    case 'section':
        $section = glob("$folder/sections/section_*/section.xml")[1];
        file_put_contents($section, substr(file_get_contents($section), 0, 200) . '<broken');
        break;
    case 'hash':
        // Another file of the course, of which only the hash is known: that of somebody else's file over there.
        $files = file_get_contents("$folder/files.xml");
        preg_match('~<file id="\d+">(?:(?!</file>).)*<filename>file0\.bin</filename>.*?</file>~s', $files, $found);
        $stolen = preg_replace(
            ['~<contenthash>\w+~', '~file0\.bin~', '~<file id="\d+"~'],
            ["<contenthash>$given", 'stolen.bin', '<file id="999999"'],
            $found[0],
        );
        file_put_contents("$folder/files.xml", str_replace($found[0], $found[0] . "\n  $stolen", $files));
        $inforef = glob("$folder/activities/folder_*/inforef.xml")[0];
        file_put_contents($inforef, str_replace('<fileref>', '<fileref><file><id>999999</id></file>', file_get_contents($inforef)));
        break;
}
$paths = [];
foreach (new RecursiveIteratorIterator(new RecursiveDirectoryIterator($folder, FilesystemIterator::SKIP_DOTS)) as $one) {
    $paths[substr($one->getPathname(), strlen($folder) + 1)] = $one->getPathname();
}
$packed = make_request_directory() . '/backup.mbz';
$packer->archive_to_pathname($paths, $packed);
$record = ['contextid' => $file->get_contextid(), 'component' => register::COMPONENT, 'filearea' => register::AREA,
    'itemid' => $export->id, 'filepath' => '/', 'filename' => register::FILENAME];
$file->delete();
$made = get_file_storage()->create_file_from_pathname($record, $packed);
$DB->update_record(register::TABLE, [
    'id' => $export->id,
    'contenthash' => $made->get_contenthash(),
    'bytes' => $made->get_filesize(),
    'digest' => hash_file('sha256', $packed),
]);
if ($how === 'hash' && ($argv[3] ?? '') === 'listed') {
    $DB->insert_record(register::CONTENTS, ['exportid' => $export->id, 'contenthash' => $given, 'bytes' => 1000]);
}
echo "done\n";
