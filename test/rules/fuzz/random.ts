/** Random choices that a seed repeats. */
export class Random {
    private state: number;

    constructor(seed: number) {
        this.state = seed >>> 0;
    }

    /** A fraction from 0 on and below 1 (mulberry32). */
    private next(): number {
        this.state = (this.state + 0x6d2b79f5) >>> 0;
        let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    }

    below(count: number): number {
        return Math.floor(this.next() * count);
    }

    chance(percent: number): boolean {
        return this.below(100) < percent;
    }

    pick<T>(items: readonly T[]): T {
        const item = items[this.below(items.length)];
        if (item === undefined) {
            throw new RangeError('There is nothing to pick from.');
        }
        return item;
    }

    times<T>(least: number, most: number, make: (index: number) => T): readonly T[] {
        return Array.from({length: least + this.below(most - least + 1)}, (_none, index) => make(index));
    }
}
