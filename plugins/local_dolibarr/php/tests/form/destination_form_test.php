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

namespace local_dolibarr\form;

use local_dolibarr\local\feed\dolibarr;

#[\PHPUnit\Framework\Attributes\CoversClass(destination_form::class)]
/**
 * What is wrong in the form of a destination is said at its field, and what is well is kept as it was written.
 *
 * @package    local_dolibarr
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \local_dolibarr\form\destination_form
 */
final class destination_form_test extends \advanced_testcase {
    /** @var string[] A request that is well. */
    private const WELL = [
        'method_completed' => 'PUT', 'path_completed' => '/people/{user.dolibarrid}', 'body_completed' => '{"a": "{data}"}',
    ];

    /**
     * What is wrong, and the field of it.
     *
     * @return array
     */
    public static function slips(): array {
        return [
            'no name' => [['title' => ''], 'title'],
            'no address' => [['url' => 'erp.example'], 'url'],
            'another protocol' => [['url' => 'ftp://erp.example'], 'url'],
            'no key' => [['key' => ''], 'key'],
            'an entity that there cannot be' => [['entity' => '-1'], 'entity'],
            'nothing is told' => [['told_completed' => '0'], 'told'],
            'a path that leads elsewhere' => [['path_completed' => 'https://other.example'], 'path_completed'],
            'a path with a question' => [['path_completed' => '/people?id=1'], 'path_completed'],
            'a name in the path that there is not' => [['path_completed' => '/people/{user.password}'], 'path_completed'],
            'no JSON' => [['body_completed' => '{"a": }'], 'body_completed'],
            'JSON with nothing in it' => [['body_completed' => '{}'], 'body_completed'],
            'a name that there is not' => [['body_completed' => '{"a": "{user.password}"}'], 'body_completed'],
            'a name of another kind of message' => [['body_completed' => '{"a": ["{data.timestarted}"]}'], 'body_completed'],
            'a huge body' => [['body_completed' => '{"a": "' . str_repeat('a', 20000) . '"}'], 'body_completed'],
        ];
    }

    /**
     * It is told at that field and at no other, and nothing is kept.
     *
     * @dataProvider slips
     * @param string[] $slip
     * @param string $field
     */
    #[\PHPUnit\Framework\Attributes\DataProvider('slips')]
    public function test_what_is_wrong_is_told_at_its_field(array $slip, string $field): void {
        $form = $this->form(dolibarr::fresh('own'), $slip + self::WELL);
        $this->assertNull($form->wished());
        $this->assertMatchesRegularExpression("~id=\"(id|fgroup_id)_error_{$field}\"[^>]*>\s*[^<\s]~", $form->render());
    }

    public function test_what_is_well_is_kept_as_it_was_written(): void {
        $wished = $this->form(dolibarr::fresh('own'), self::WELL)->wished();
        $this->assertSame(['Own', 'https://erp.example', ['completed']], [$wished->title, $wished->url, $wished->kinds]);
        $template = ['method' => 'PUT', 'path' => '/people/{user.dolibarrid}', 'body' => '{"a": "{data}"}'];
        $this->assertSame(['completed' => $template], $wished->templates);
        $this->assertSame('sesame', \core\encryption::decrypt($wished->key));
    }

    public function test_a_key_that_is_there_is_never_shown_and_stays_where_no_other_is_written(): void {
        $kept = $this->form(dolibarr::fresh('registry'))->wished()->with(['id' => 7]);
        $form = $this->form($kept, ['key' => '', 'title' => 'Other']);
        $this->assertStringNotContainsString('sesame', $form->render());
        $this->assertSame([$kept->key, 'Other'], [$form->wished()->key, $form->wished()->title]);
    }

    public function test_a_path_of_a_preset_is_looked_at_too(): void {
        $form = $this->form(dolibarr::fresh('agefodd'), ['path' => '/sessions/{session.number}', 'told_hours' => '1']);
        $this->assertNull($form->wished());
        $this->assertMatchesRegularExpression('~id="id_error_path"[^>]*>\s*[^<\s]~', $form->render());
    }

    /**
     * A form that was sent.
     *
     * @param dolibarr $dolibarr
     * @param string[] $given
     * @return destination_form
     */
    private function form(dolibarr $dolibarr, array $given = []): destination_form {
        $this->resetAfterTest();
        $this->setAdminUser();
        $since = ['day' => 1, 'month' => 3, 'year' => 2026, 'hour' => 10, 'minute' => 0];
        destination_form::mock_submit($given + [
            'title' => 'Own', 'url' => 'https://erp.example', 'key' => 'sesame',
            'entity' => '0', 'active' => '1', 'since' => $since,
            'path' => $dolibarr->path, 'told_entered' => '0', 'told_progress' => '0', 'told_completed' => '1', 'told_hours' => '0',
        ]);
        return new destination_form(new \moodle_url('/local/dolibarr/destination.php'), $dolibarr);
    }
}
