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
$string['adminpage:sitereport'] = 'Shelves report';
$string['cachedef_counts'] = 'Items on each shelf';
$string['check:observers'] = '{$a}: events of the site';
$string['check:observers:failed'] = 'The plugin could not deal with something that happened, at least {$a->count} times since {$a->since}; the last time was {$a->last}.';
$string['check:observers:failed_what'] = 'What happened: {$a->observed}. The problem: {$a->problem}. Each time is in the logs of the site.';
$string['check:observers:ok'] = 'The plugin has dealt with all it heard of.';
$string['check:shelves'] = 'Shelves';
$string['check:shelves:ok'] = 'Every course\'s shelves are in order.';
$string['event:item_added'] = 'Item added';
$string['event:observer_failed'] = 'Observer failed';
$string['everything:manage'] = 'Manage shelves';
$string['everything:receive'] = 'Be told of new items';
$string['everything:view'] = 'See shelves';
$string['lines'] = "One line,\nand \"another\" for \$5\\each";
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
$string['privacy:profile:userid'] = 'Whose shelves';
$string['privacy:wish'] = 'Wishes';
$string['privacy:wish:granterid'] = 'Who granted it';
$string['privacy:wish:userid'] = 'Who wishes';
$string['privacy:wish:wish'] = 'The wish';
$string['report:items'] = 'Items';
$string['report:items:note'] = 'Note';
$string['report:items:timecreated'] = 'Put there on';
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
$string['setting:reviewers'] = 'Reviewers';
$string['setting:server'] = 'Server';
$string['setting:servers'] = 'Servers';
$string['setting:title'] = 'Title';
$string['setting:token'] = 'Token';
$string['setting:wait'] = 'Wait';
$string['setting:welcome'] = 'Welcome';
$string['task:move_items'] = 'Move items to another shelf';
$string['task:tidy'] = 'Tidy the shelves';
$string['wholenumber:any'] = 'Enter a whole number, without decimals or spaces.';
$string['wholenumber:atleast'] = 'Enter a whole number of {$a->min} or more.';
$string['wholenumber:atmost'] = 'Enter a whole number of {$a->max} or less.';
$string['wholenumber:between'] = 'Enter a whole number from {$a->min} to {$a->max}.';
