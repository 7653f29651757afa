/** core/pending with a count of what is under way. */
export function fakePending(): {module: unknown; open: Set<string>} {
    const open = new Set<string>();
    let made = 0;
    class Pending {
        readonly resolve: () => void;
        readonly reject: () => void;
        constructor(key: string) {
            if (typeof key !== 'string' || key === '') {
                throw new Error('A pending needs a key that says what is under way.');
            }
            const own = `${key} #${++made}`;
            open.add(own);
            this.resolve = () => void open.delete(own);
            this.reject = this.resolve;
        }
    }
    return {module: Pending, open};
}
