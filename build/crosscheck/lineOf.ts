/** The line on which a name is written, from 1: as a key or in quotes; null where it is not. */
export function lineOf(text: string, name: string): number | null {
    const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const found = text.search(new RegExp(`['"\`]${escaped}['"\`]|^\\s*${escaped}:`, 'm'));
    return found < 0 ? null : text.slice(0, found).split('\n').length + (text.slice(found).match(/^\s*/)?.[0].split('\n').length ?? 1) - 1;
}
