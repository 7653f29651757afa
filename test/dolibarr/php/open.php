<?php
// Opens a Dolibarr that was just installed to its API: `open.php HTDOCS KEY [NARROW]`. Modules, extra fields, people, and two accounts with a
// key: one that may do everything that the README asks for, and one that may only see itself and keep its own agenda. Gives their ids as JSON.

[, $htdocs, $key, $narrow] = $argv;
chdir("$htdocs/install");
require("$htdocs/master.inc.php");
require_once(DOL_DOCUMENT_ROOT . '/core/lib/admin.lib.php');
require_once(DOL_DOCUMENT_ROOT . '/core/class/extrafields.class.php');
require_once(DOL_DOCUMENT_ROOT . '/contact/class/contact.class.php');
require_once(DOL_DOCUMENT_ROOT . '/adherents/class/adherent.class.php');
require_once(DOL_DOCUMENT_ROOT . '/adherents/class/adherent_type.class.php');

/** What was made, or the end with what Dolibarr says. */
function made(int $id, object $thing): int {
    if ($id <= 0) {
        fwrite(STDERR, get_class($thing) . ": $thing->error " . implode(' ', $thing->errors) . "\n");
        exit(1);
    }
    return $id;
}

$user->fetch(1);
foreach (['modSociete', 'modAgenda', 'modAdherent', 'modApi'] as $module) {
    $done = activateModule($module);
    if ($done['errors'] !== []) {
        fwrite(STDERR, "$module: " . implode(' ', $done['errors']) . "\n");
        exit(1);
    }
}
$conf->setValues($db);
$user->getrights('', 1);

$fields = new ExtraFields($db);
foreach (['user', 'socpeople', 'adherent'] as $element) {
    $fields->addExtraField('diet', 'Diet', 'varchar', 100, '50', $element);
    foreach (['course', 'type', 'state', 'ratio'] as $place => $name) {
        $fields->addExtraField("moodle_$name", "Moodle $name", 'varchar', 101 + $place, '255', $element);
    }
    // Of other kinds, which nothing of ours may change.
    $fields->addExtraField('joined', 'Joined', 'date', 120, '', $element);
    $fields->addExtraField('seen', 'Seen', 'datetime', 121, '', $element);
    $fields->addExtraField('active', 'Active', 'boolean', 122, '', $element);
    $fields->addExtraField('fee', 'Fee', 'price', 123, '', $element);
    $fields->addExtraField('notes', 'Notes', 'text', 124, '2000', $element);
    $fields->addExtraField('level', 'Level', 'select', 125, '', $element, 0, 0, '', ['options' => ['a' => 'Beginner', 'b' => 'Expert']]);
    foreach (['time', 'timecompleted'] as $place => $name) {
        $fields->addExtraField("moodle_$name", "Moodle $name", 'int', 110 + $place, '10', $element);
    }
}

$others = [
    'options_diet' => 'vegan', 'options_joined' => dol_mktime(0, 0, 0, 3, 14, 2025), 'options_seen' => dol_mktime(9, 5, 7, 11, 2, 2026),
    'options_active' => '1', 'options_fee' => '1234.5', 'options_notes' => "One & two\n\"three\"", 'options_level' => 'b',
];
$account = static function (string $login, string $key, array $rights) use ($db, $user): int {
    $account = new User($db);
    $account->login = $login;
    $account->lastname = $login;
    $account->email = "$login@example.com";
    $id = made($account->create($user), $account);
    $account->fetch($id);
    $account->api_key = $key;
    made($account->update($user, 1), $account);
    foreach ($rights as $right) {
        $account->addrights($right);
    }
    return $id;
};
// Contacts read and written, other users and members too; the agenda of all; all third parties.
$api = $account('moodle', $key, [121, 122, 281, 282, 342, 251, 253, 71, 72, 2401, 2402, 2411, 2412, 262]);
$poor = $account('narrow', $narrow, [342, 2401, 2402]);

$people = ['contacts' => [], 'users' => [], 'members' => []];
$type = new AdherentType($db);
$type->label = 'Learners';
$type->morphy = 'phy';
$type->subscription = '0';
$type->status = 1;
$typeid = made($type->create($user), $type);
foreach (range(1, 4) as $number) {
    $contact = new Contact($db);
    [$contact->lastname, $contact->firstname, $contact->email] = ["Contact $number", 'First', "contact$number@example.com"];
    $contact->array_options = $others;
    $contact->statut = 1;
    $people['contacts'][] = made($contact->create($user), $contact);
    $person = new User($db);
    [$person->login, $person->lastname, $person->email] = ["learner$number", "Learner $number", "learner$number@example.com"];
    $person->array_options = $others;
    $people['users'][] = made($person->create($user), $person);
    $member = new Adherent($db);
    [$member->lastname, $member->firstname, $member->email, $member->morphy] = ["Member $number", 'First', "member$number@example.com", 'phy'];
    $member->typeid = $typeid;
    $member->array_options = $others;
    $people['members'][] = made($member->create($user), $member);
}
echo json_encode(['account' => $api, 'narrow' => $poor, 'people' => $people]), "\n";
