import assert from 'node:assert/strict';

/** What is told of a learner comes in the order in which it was written. */
export function inOrder(messages: readonly Readonly<Record<string, unknown>>[]): void {
    const last = new Map<unknown, number>();
    for (const message of messages) {
        const {user, data} = message as {readonly user: {readonly id: number}; readonly data: {readonly ratio: number}};
        assert.ok((last.get(user.id) ?? 0) < data.ratio, `of ${user.id}: ${data.ratio} after ${last.get(user.id)}`);
        last.set(user.id, data.ratio);
    }
}
