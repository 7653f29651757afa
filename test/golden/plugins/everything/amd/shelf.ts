import {call} from '../client.ts';
import {placesLeft} from '../rules/roomOn.ts';

/** How many more items the shelves of a course take together. */
export async function room(courseid: number, limit: number): Promise<number> {
    const items = await call('get_items', {courseid});
    return placesLeft(items.length, limit);
}
