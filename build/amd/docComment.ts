/** A doc comment of a source, taken apart. */
export type DocComment = {
    /** What it says before the first tag, line by line. */
    readonly description: readonly string[];
    readonly tags: readonly {readonly name: string; readonly text: string}[];
};

export function parseDocComment(comment: string): DocComment {
    const lines = comment
        .replace(/^\/\*\*/, '')
        .replace(/\*\/$/, '')
        .split('\n')
        .map(line => line.replace(/^\s*\* ?/, '').trim());
    const firstTag = lines.findIndex(line => line.startsWith('@'));
    const description = (firstTag < 0 ? lines : lines.slice(0, firstTag)).join('\n').trim();
    const tags: {name: string; text: string}[] = [];
    for (const line of firstTag < 0 ? [] : lines.slice(firstTag)) {
        const [, name, text] = /^@(\w+)\s*(.*)$/.exec(line) ?? [];
        const last = tags.at(-1);
        if (name !== undefined) {
            tags.push({name, text: text ?? ''});
        } else if (last !== undefined) {
            last.text = `${last.text} ${line}`.trim();
        }
    }
    return {description: description === '' ? [] : description.split('\n'), tags};
}

/** The same as text, each line behind `indent`. */
export function printDocComment({description, tags}: DocComment, indent: string): string {
    const width = 132 - indent.length - 3;
    const tagLines = tags.flatMap(({name, text}) => wrapped(`@${name} ${text}`.trim(), width));
    const between = description.length > 0 && tagLines.length > 0 ? [''] : [];
    const lines = [...description.flatMap(line => wrapped(line, width)), ...between, ...tagLines];
    return ['/**', ...lines.map(line => `${indent} * ${line}`.trimEnd()), `${indent} */`].join('\n');
}

function wrapped(line: string, width: number): string[] {
    if (line.length <= width) {
        return [line];
    }
    const cut = line.lastIndexOf(' ', width);
    return cut <= 0 ? [line] : [line.slice(0, cut), ...wrapped(line.slice(cut + 1), width)];
}
