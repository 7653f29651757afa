/** The lines in which PHP or Moodle complains, in what a command printed at full debugging. */
export function complaints(output: string): string[] {
    return output.split('\n').filter(line => /\b(Notice|Warning|Deprecated|Fatal error|Fatal|Parse error):|^\s*(\+\+ |!!! |Debugging:|Debug info:|Exception|Default exception handler)/.test(line));
}
