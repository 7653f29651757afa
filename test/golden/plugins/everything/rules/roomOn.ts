/** How many more items a shelf takes. */
export function placesLeft(items: number, limit: number): number {
    return Math.max(0, limit - items);
}
