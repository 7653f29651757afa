<?php
// This file is part of Moodle - https://moodle.org/
//
// Moodle is free software: you can redistribute it and/or modify
// it under the terms of the GNU General Public License as published by
// the Free Software Foundation, either version 3 of the License, or
// (at your option) any later version.
//
// Moodle is distributed in the hope that it will be useful,
// but WITHOUT ANY WARRANTY; without even the implied warranty of
// MERCHANTABILITY or FITNESS FOR A PARTICULAR PURPOSE.  See the
// GNU General Public License for more details.
//
// You should have received a copy of the GNU General Public License
// along with Moodle.  If not, see <https://www.gnu.org/licenses/>.

/**
 * English strings of the plugin.
 *
 * Made from test/golden/plugins/everything/lang/en.ts by the build: change that file, not this one.
 *
 * @package    local_everything
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

defined('MOODLE_INTERNAL') || die();

$string['adminpage:overview'] = 'Shelves';
$string['adminpage:setup'] = 'Set up the web service';
$string['adminpage:sitereport'] = 'Shelves report';
$string['cachedef_counts'] = 'Items on each shelf';
$string['cachedef_remoteanswers'] = 'Answers of remote Moodles';
$string['check:observers'] = '{$a}: events of the site';
$string['check:observers:failed'] = 'The plugin could not deal with something that happened, at least {$a->count} times since {$a->since}; the last time was {$a->last}.';
$string['check:observers:failed_what'] = 'What happened: {$a->observed}. The problem: {$a->problem}. Each time is in the logs of the site.';
$string['check:observers:ok'] = 'The plugin has dealt with all it heard of.';
$string['check:queue'] = 'Requests';
$string['check:remotes'] = 'Remote Moodle {$a}';
$string['check:shelves'] = 'Shelves';
$string['check:shelves:ok'] = 'Every course\'s shelves are in order.';
$string['event:item_added'] = 'Item added';
$string['event:observer_failed'] = 'Observer failed';
$string['everything:manage'] = 'Manage shelves';
$string['everything:receive'] = 'Be told of new items';
$string['everything:view'] = 'See shelves';
$string['lines'] = "One line,\nand \"another\" for \$5\\each";
$string['look:functions'] = 'Functions are missing in the web service of the other Moodle: {$a}. Run its set-up again.';
$string['look:host'] = 'The host {$a} is blocked: see Site administration > General > Security > HTTP security, cURL blocked hosts.';
$string['look:port'] = 'The port {$a} is not among the allowed ones: add it under Site administration > General > Security > HTTP security, cURL allowed ports.';
$string['look:reached'] = '{$a} can be reached, and accepts the token.';
$string['look:trimmed'] = 'Address taken: {$a}';
$string['look:works'] = '{$a->site} can be reached, accepts the token and has all functions (Moodle {$a->release}).';
$string['messageprovider:added'] = 'Something was put on a shelf';
$string['pluginname'] = 'Everything';
$string['privacy:archive'] = 'The archive that old items are sent to';
$string['privacy:archive:userid'] = 'Who put the item on its shelf';
$string['privacy:item'] = 'What people put on shelves';
$string['privacy:item:note'] = 'What they wrote on it';
$string['privacy:item:timecreated'] = 'When they did';
$string['privacy:item:userid'] = 'Who put it there';
$string['privacy:messages'] = 'Messages that tell of new items';
$string['privacy:preference'] = 'How the shelves are shown';
$string['privacy:profile'] = 'How people like their shelves';
$string['privacy:profile:colour'] = 'The colour they like';
$string['privacy:profile:painterid'] = 'Who chose the colour for them';
$string['privacy:profile:userid'] = 'Whose shelves';
$string['privacy:wish'] = 'Wishes';
$string['privacy:wish:granterid'] = 'Who granted it';
$string['privacy:wish:userid'] = 'Who wishes';
$string['privacy:wish:wish'] = 'The wish';
$string['queue:cron'] = 'Cron ran last: {$a}';
$string['queue:late'] = 'Requests that should have gone on by now: {$a}.';
$string['queue:moving'] = 'Requests are on their way; open: {$a}.';
$string['queue:paused'] = 'Requests are paused in the settings; waiting: {$a}.';
$string['queue:places'] = 'Requests at the same time: {$a}';
$string['queue:taskoff'] = 'The task that hands requests out is switched off.';
$string['queue:taskon'] = 'The task that hands requests out is switched on.';
$string['reason:curl_blocked'] = 'This Moodle\'s HTTP security blocks the address of the other one: see cURL blocked hosts and allowed ports.';
$string['reason:function_missing'] = 'The other Moodle does not offer a function that is needed: its plugin is missing or older.';
$string['reason:garbage'] = 'The other Moodle gave an answer that is none of a Moodle\'s.';
$string['reason:http_error'] = 'The other Moodle, or something before it, answered with an error.';
$string['reason:maintenance'] = 'The other Moodle is in maintenance.';
$string['reason:policies'] = 'The service account of the other Moodle must agree to its policies first.';
$string['reason:server_error'] = 'The other Moodle met an error of its own.';
$string['reason:server_unknown'] = 'This remote Moodle is not in the settings any more.';
$string['reason:service_off'] = 'The web service of the other Moodle is switched off, or not open to the service account.';
$string['reason:timeout'] = 'The other Moodle does not answer in time.';
$string['reason:tls'] = 'The certificate of the other Moodle is not valid.';
$string['reason:token'] = 'The other Moodle does not accept the token.';
$string['reason:transfer_cut'] = 'The transfer was cut.';
$string['reason:unreachable'] = 'The other Moodle cannot be reached.';
$string['reason:worker_died'] = 'The process that worked on it died.';
$string['remotes:address'] = 'Address';
$string['remotes:badaddress'] = 'This is no address of a Moodle. Write it as in https://moodle.example.org.';
$string['remotes:badtoken'] = 'This is no token of a Moodle: letters and digits only.';
$string['remotes:kept'] = 'kept, never shown';
$string['remotes:nokey'] = 'The tokens could not be encrypted: {$a}';
$string['remotes:notoken'] = 'The token is missing. A token that is kept belongs to its address: where the address changes, type the token again.';
$string['remotes:number'] = 'Remote Moodle {$a}';
$string['remotes:remove'] = 'Take out of the list';
$string['remotes:row'] = 'Row {$a->row} ({$a->url}): {$a->problem}';
$string['remotes:test'] = 'Test';
$string['remotes:thissite'] = 'This is the address of this Moodle.';
$string['remotes:token'] = 'Token';
$string['remotes:twice'] = 'This address stands in the list already.';
$string['remotes:unencrypted'] = 'This Moodle uses https, so the other one must too: its address begins with http://.';
$string['report:items'] = 'Items';
$string['report:items:note'] = 'Note';
$string['report:items:timecreated'] = 'Put there on';
$string['service:active'] = 'The account is confirmed and not suspended';
$string['service:addresses'] = 'Accepted from';
$string['service:anywhere'] = 'everywhere';
$string['service:assign'] = 'The role may give people the role ‘{$a}’';
$string['service:authorised'] = 'It may use the service';
$string['service:badaddress'] = 'Addresses or networks, separated by commas, such as 10.1.2.3, 192.168.0.0/24';
$string['service:capability'] = 'The role allows {$a}';
$string['service:changed'] = 'Things changed: {$a}.';
$string['service:complete'] = 'Its profile has all that this site requires';
$string['service:firstname'] = 'Web service';
$string['service:functions'] = 'The service has its {$a} functions';
$string['service:go'] = 'Set up now';
$string['service:handover'] = 'Give this to the other system. It is shown this once:';
$string['service:hasrole'] = 'It has the role ‘{$a}’ in the whole site';
$string['service:incomplete'] = 'A required field of the profile takes no made-up value: fill it in on the profile of the account.';
$string['service:intro'] = 'Another system calls this Moodle by a web service. It needs everything below. One click brings about what is missing and leaves the rest as it is; you may do it as often as you like.';
$string['service:iprestriction'] = 'The token is accepted from: {$a}';
$string['service:lastday'] = 'Last day of the token';
$string['service:limits'] = 'Limits';
$string['service:limits_desc'] = 'Change the limits of the token';
$string['service:more'] = 'The role also allows what the service has no need of: {$a}';
$string['service:noassign'] = 'There is a role ‘{$a}’ that it may give people';
$string['service:nologin'] = 'The account can log in on no page';
$string['service:notready'] = 'The web service is not ready.';
$string['service:on'] = 'The service ‘{$a}’ is switched on';
$string['service:past'] = 'This day is over.';
$string['service:policies'] = 'It has agreed to the policies of the site';
$string['service:ready'] = 'The web service is ready.';
$string['service:rest'] = 'The REST protocol is switched on';
$string['service:restricted'] = 'It is open to named accounts only';
$string['service:role'] = 'There is the role ‘{$a}’';
$string['service:roleabout'] = 'What the account of the web service {$a} needs, and nothing else.';
$string['service:rolelevel'] = 'The role can be given for the whole site';
$string['service:rolename'] = 'Service account: {$a}';
$string['service:rotate'] = 'New token';
$string['service:rotate_desc'] = 'Make a new token; the old one is worth nothing any more';
$string['service:state:byhand'] = 'to be done by you';
$string['service:state:held'] = 'as it was';
$string['service:state:made'] = 'done';
$string['service:state:missing'] = 'to do';
$string['service:test:broken'] = 'It cannot be loaded: {$a}';
$string['service:test:capability'] = 'The account may not {$a}.';
$string['service:test:garbage'] = 'This site called itself and got no answer of a web service (HTTP {$a}).';
$string['service:test:notoffered'] = 'It is not in the list of the service.';
$string['service:test:refused'] = 'This site called itself and was refused: {$a}';
$string['service:test:unknown'] = 'This site does not have it: is the plugin it belongs to missing?';
$string['service:test:unreachable'] = 'This site could not call itself: {$a}';
$string['service:test:well'] = 'can be called';
$string['service:tested'] = '{$a->well} of {$a->all} functions can be called.';
$string['service:title'] = 'Set up the web service';
$string['service:token'] = 'It has a token';
$string['service:user'] = 'There is the account ‘{$a}’';
$string['service:validuntil'] = 'The token is valid until: {$a}';
$string['service:webservices'] = 'Web services are switched on';
$string['service:wishes'] = 'Set up';
$string['setting:code'] = 'Code';
$string['setting:days'] = 'Days';
$string['setting:days:mon'] = 'Monday';
$string['setting:days:tue'] = 'Tuesday';
$string['setting:enabled'] = 'Use shelves';
$string['setting:factor'] = 'Factor';
$string['setting:floor'] = 'Lowest floor';
$string['setting:footer'] = 'Footer';
$string['setting:general'] = 'General';
$string['setting:general_desc'] = 'What holds for every shelf.';
$string['setting:home'] = 'Home category';
$string['setting:hour'] = 'Hour';
$string['setting:keep'] = 'Keep items for';
$string['setting:limit'] = 'Items on a shelf';
$string['setting:limit_desc'] = 'No shelf takes more.';
$string['setting:mode'] = 'Mode';
$string['setting:mode:few'] = 'Few';
$string['setting:mode:many'] = 'Many';
$string['setting:reader'] = 'Reader';
$string['setting:remotes'] = 'Other Moodles';
$string['setting:reviewers'] = 'Reviewers';
$string['setting:server'] = 'Server';
$string['setting:servers'] = 'Servers';
$string['setting:title'] = 'Title';
$string['setting:token'] = 'Token';
$string['setting:wait'] = 'Wait';
$string['setting:welcome'] = 'Welcome';
$string['task:move_items'] = 'Move items to another shelf';
$string['task:tidy'] = 'Tidy the shelves';
$string['task:work_task'] = 'Work on one request';
$string['wholenumber:any'] = 'Enter a whole number, without decimals or spaces.';
$string['wholenumber:atleast'] = 'Enter a whole number of {$a->min} or more.';
$string['wholenumber:atmost'] = 'Enter a whole number of {$a->max} or less.';
$string['wholenumber:between'] = 'Enter a whole number from {$a->min} to {$a->max}.';
