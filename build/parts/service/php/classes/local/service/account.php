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

namespace part_service\local\service;

/**
 * The service account: it logs in nowhere.
 *
 * @package    part_service
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class account {
    /**
     * The account, and all that would keep it from calling.
     *
     * @return iterable<fact>
     */
    public static function facts(): iterable {
        global $CFG;
        require_once($CFG->dirroot . '/user/profile/lib.php');
        yield fact::of('user', blueprint::USER, self::user() !== null, self::create(...));
        $user = self::user();
        $nowhere = $user?->auth === 'webservice' && $user->password === AUTH_PASSWORD_NOT_CACHED;
        yield fact::of('nologin', null, $nowhere, static function () use ($user): void {
            self::update(['auth' => 'webservice', 'password' => AUTH_PASSWORD_NOT_CACHED]);
            \core\session\manager::destroy_user_sessions($user->id);
        });
        $active = $user !== null && $user->confirmed && !$user->suspended;
        yield fact::of('active', null, $active, static fn() => self::update(['confirmed' => 1, 'suspended' => 0]));
        $named = $user !== null && $user->firstname !== '' && $user->lastname !== '' && $user->email !== '';
        $complete = $named && profile_has_required_custom_fields_set($user->id);
        yield fact::of('complete', null, $complete, static function () use ($named): void {
            self::complete($named);
        });
        if ((new \core_privacy\local\sitepolicy\manager())->is_defined()) {
            yield fact::of('policies', null, !empty($user->policyagreed), self::agree(...));
        }
        $context = \core\context\system::instance();
        $hasrole = $user !== null && user_has_role_assignment($user->id, role::id(), $context->id);
        yield fact::of('hasrole', blueprint::ROLE, role::id() !== 0 && $hasrole, static function () use ($context): void {
            role_assign(role::id(), self::user()->id, $context->id);
        });
    }

    /**
     * The account, as it stands in the database.
     *
     * @return \stdClass|null
     */
    public static function user(): ?\stdClass {
        global $CFG, $DB;
        $conditions = ['username' => blueprint::USER, 'mnethostid' => $CFG->mnet_localhost_id, 'deleted' => 0];
        return $DB->get_record('user', $conditions) ?: null;
    }

    /**
     * Makes the account.
     */
    private static function create(): void {
        global $CFG;
        require_once($CFG->dirroot . '/user/lib.php');
        user_create_user([
            'username' => blueprint::USER,
            'auth' => 'webservice',
            'password' => AUTH_PASSWORD_NOT_CACHED,
            'mnethostid' => $CFG->mnet_localhost_id,
            'confirmed' => 1,
            'emailstop' => 1,
        ] + self::names(), false);
    }

    /**
     * What the account is called.
     *
     * @return string[]
     */
    private static function names(): array {
        return [
            'firstname' => get_string('service:firstname', 'part_service'),
            'lastname' => \core_text::substr(get_string('pluginname', 'part_service'), 0, 100),
            'email' => \core_user::get_noreply_user()->email,
        ];
    }

    /**
     * Changes the account.
     *
     * @param array $values
     */
    private static function update(array $values): void {
        global $DB;
        $user = self::user();
        $DB->update_record('user', (object) (['id' => $user->id, 'timemodified' => time()] + $values));
        \core\event\user_updated::create_from_userid($user->id)->trigger();
    }

    /**
     * Fills in what Moodle wants of every account: a web service refuses one whose profile has gaps.
     *
     * @param bool $named whether it has a name and an address
     */
    private static function complete(bool $named): void {
        if (!$named) {
            self::update(self::names());
        }
        foreach (profile_get_user_fields_with_data(self::user()->id) as $field) {
            if ($field->is_required() && $field->is_empty()) {
                $field->edit_save_data((object) ['id' => self::user()->id, $field->inputname => self::filling($field)]);
            }
        }
        if (!profile_has_required_custom_fields_set(self::user()->id)) {
            throw new \moodle_exception('service:incomplete', 'part_service');
        }
    }

    /**
     * A value for a field of the profile.
     *
     * @param \profile_field_base $field
     * @return mixed
     */
    private static function filling(\profile_field_base $field): mixed {
        return match ($field->field->datatype) {
            'menu' => trim(current(explode("\n", trim($field->field->param1)))),
            'datetime', 'checkbox' => 1,
            'textarea' => ['text' => '-', 'format' => FORMAT_HTML],
            default => '-',
        };
    }

    /**
     * Agrees to the policies of the site.
     */
    private static function agree(): void {
        global $CFG;
        if (($CFG->sitepolicyhandler ?? '') === 'tool_policy') {
            $versions = \tool_policy\api::get_current_versions_ids(\tool_policy\policy_version::AUDIENCE_LOGGEDIN);
            \tool_policy\api::accept_policies(array_values($versions), self::user()->id);
            return;
        }
        self::update(['policyagreed' => 1]);
    }
}
