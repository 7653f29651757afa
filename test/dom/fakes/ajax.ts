export type AjaxCall = {readonly methodname: string; readonly args: Readonly<Record<string, unknown>>};
type Answer = (args: never) => unknown;

/** core/ajax that asks the test instead of a server. A function without an answer fails, as an undeclared one does. */
export function fakeAjax(answers: Readonly<Record<string, Answer>>): {module: object; calls: AjaxCall[]} {
    const calls: AjaxCall[] = [];
    const answer = async ({methodname, args}: AjaxCall): Promise<unknown> => {
        calls.push({methodname, args});
        const given = answers[methodname];
        if (given === undefined) {
            throw new Error(`No answer for ${methodname} in this test.`);
        }
        // What travels is JSON: no undefined, no object shared by both sides.
        return JSON.parse(JSON.stringify(await given(args as never) ?? null));
    };
    return {module: {call: (requests: readonly AjaxCall[]) => requests.map(answer)}, calls};
}
