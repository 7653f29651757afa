import type {Part} from '../part.ts';

/** Work that a page does by itself: `guarded` of its browser code holds a pending and shows what goes wrong. */
export const guarded: Part = {name: 'guarded', piece: {}};
