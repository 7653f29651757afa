/**
 * A small pretty printer: text that fits stays on one line, text that does not is broken at the outermost places first.
 *
 * The PHP coding style of Moodle allows 132 characters; prettier would do, but it is asynchronous and ten times as slow.
 */
export type Layout =
    | string
    | readonly Layout[]
    | {readonly kind: 'line'; readonly flat: string; readonly hard: boolean}
    | {readonly kind: 'whenBroken'; readonly text: string}
    | {readonly kind: 'group'; readonly content: Layout}
    | {readonly kind: 'indent'; readonly content: Layout};

/** Nothing on one line, a new line when broken. */
export const SOFT: Layout = {kind: 'line', flat: '', hard: false};
/** A space on one line, a new line when broken. */
export const SPACE: Layout = {kind: 'line', flat: ' ', hard: false};
/** Always a new line: every group around it is broken. */
export const HARD: Layout = {kind: 'line', flat: '', hard: true};

export const group = (...content: Layout[]): Layout => ({kind: 'group', content});
export const indent = (...content: Layout[]): Layout => ({kind: 'indent', content});
export const whenBroken = (text: string): Layout => ({kind: 'whenBroken', text});

export function join(parts: readonly Layout[], between: Layout): Layout {
    return parts.flatMap((part, index) => (index === 0 ? [part] : [between, part]));
}

/** `open` a, b `close`; broken, one item a line, with `last` after the last one. */
export function bracketed(open: string, items: readonly Layout[], close: string, last = ''): Layout {
    if (items.length === 0) {
        return open + close;
    }
    return group(open, indent(SOFT, join(items, [',', SPACE])), whenBroken(last), SOFT, close);
}

type Task = {readonly content: Layout; readonly depth: number; readonly broken: boolean};

/** The text of a layout that starts `depth` levels of four spaces deep. */
export function print(layout: Layout, depth: number, width = 132): string {
    let text = '';
    let column = depth * 4;
    const tasks: Task[] = [{content: layout, depth, broken: true}];
    for (let task = tasks.pop(); task !== undefined; task = tasks.pop()) {
        const {content} = task;
        if (typeof content === 'string') {
            text += content;
            column += content.length;
        } else if ('kind' in content) {
            if (content.kind === 'line' && (task.broken || content.hard)) {
                text = `${text.trimEnd()}\n${' '.repeat(task.depth * 4)}`;
                column = task.depth * 4;
            } else {
                tasks.push(...opened(content, task, width - column - widthAfter(tasks)));
            }
        } else {
            tasks.push(...content.map(part => ({...task, content: part})).reverse());
        }
    }
    return text;
}

function opened(content: Exclude<Layout, string | readonly Layout[]>, task: Task, room: number): Task[] {
    switch (content.kind) {
        case 'line':
            return [{...task, content: content.flat}];
        case 'whenBroken':
            return task.broken ? [{...task, content: content.text}] : [];
        case 'group':
            return [{...task, content: content.content, broken: task.broken && flatWidth(content.content) > room}];
        case 'indent':
            return [{...task, content: content.content, depth: task.depth + 1}];
    }
}

/** What still has to follow on the same line, such as `) {`. */
function widthAfter(tasks: readonly Task[]): number {
    let width = 0;
    for (const task of tasks.toReversed()) {
        const [size, ends] = widthToLine(task.content, task.broken);
        width += size;
        if (ends) {
            break;
        }
    }
    return width;
}

function widthToLine(layout: Layout, broken: boolean): readonly [number, boolean] {
    if (typeof layout === 'string') {
        return [layout.length, false];
    }
    if ('kind' in layout) {
        if (layout.kind === 'line') {
            return broken || layout.hard ? [0, true] : [layout.flat.length, false];
        }
        if (layout.kind === 'whenBroken') {
            return [broken ? layout.text.length : 0, false];
        }
        // A group that follows may be broken at its own first line.
        return widthToLine(layout.content, layout.kind === 'group' ? true : broken);
    }
    let width = 0;
    for (const part of layout) {
        const [size, ends] = widthToLine(part, broken);
        width += size;
        if (ends) {
            return [width, true];
        }
    }
    return [width, false];
}

/** The width on one line; infinite where there is a hard line. */
export function flatWidth(layout: Layout): number {
    if (typeof layout === 'string') {
        return layout.length;
    }
    if ('kind' in layout) {
        switch (layout.kind) {
            case 'line':
                return layout.hard ? Number.POSITIVE_INFINITY : layout.flat.length;
            case 'whenBroken':
                return 0;
            default:
                return flatWidth(layout.content);
        }
    }
    return layout.reduce<number>((width, part) => width + flatWidth(part), 0);
}
