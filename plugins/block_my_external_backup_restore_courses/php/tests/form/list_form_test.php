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

namespace block_my_external_backup_restore_courses\form;

#[\PHPUnit\Framework\Attributes\CoversClass(list_form::class)]
/**
 * The form that takes a list of courses.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \block_my_external_backup_restore_courses\form\list_form
 */
final class list_form_test extends \advanced_testcase {
    protected function setUp(): void {
        parent::setUp();
        $this->resetAfterTest();
        $this->setAdminUser();
    }

    public function test_a_list_that_is_typed_is_taken(): void {
        list_form::mock_submit(['list' => " server,course,user\nold,1,ada \n", 'run' => 'Request']);
        $form = new list_form();
        $this->assertNotNull($form->get_data());
        $this->assertSame("server,course,user\nold,1,ada", $form->text());
        $this->assertFalse($form->is_trial());
    }

    public function test_a_file_counts_more_than_what_is_typed(): void {
        $draft = file_get_unused_draft_itemid();
        get_file_storage()->create_file_from_string([
            'contextid' => \core\context\user::instance(get_admin()->id)->id,
            'component' => 'user',
            'filearea' => 'draft',
            'itemid' => $draft,
            'filepath' => '/',
            'filename' => 'list.csv',
        ], "server,course,user\nold,2,ada\n");
        list_form::mock_submit(['list' => 'typed', 'file' => $draft, 'trial' => 'Say']);
        $form = new list_form();
        $this->assertNotNull($form->get_data());
        $this->assertSame("server,course,user\nold,2,ada", $form->text());
        $this->assertTrue($form->is_trial());
    }

    public function test_nothing_at_all_is_refused(): void {
        list_form::mock_submit(['list' => ' ', 'run' => 'Request']);
        $this->assertNull((new list_form())->get_data());
    }
}
