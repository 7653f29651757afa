/** Keys that the privacy provider asks for, besides those that a manifest names itself. */
export const PRIVACY_STRINGS = {
    /** Why a plugin that keeps nothing has nothing to tell. */
    nothing: 'privacy:metadata',
    /** What goes to people by Moodle's messages. */
    messages: 'privacy:messages',
} as const;
