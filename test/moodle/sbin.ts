/** The path with the folders that distributions keep servers in, which ordinary users have not in theirs. */
export function sbin(): string {
    return `${process.env['PATH'] ?? ''}:/usr/local/sbin:/usr/sbin:/sbin`;
}
