/** Debian's mirror among what `apt-get indextargets` lists as 'label component address', or null; the one for security holds no release. */
export function mirrorIn(targets: string): string | null {
    const found = targets.split('\n').map(line => /^Debian main (\S+)$/.exec(line)?.[1]);
    return found.find(uri => uri !== undefined) ?? null;
}
