export type Noticed = {
    /** Errors that were shown to the person. */
    readonly exceptions: unknown[];
    readonly notices: {readonly message: string; readonly type?: string}[];
    /** Questions that were asked; `answers` says yes or no, in their order, yes when it runs out. */
    readonly questions: {readonly title: string; readonly question: string}[];
};

export function fakeNotification(answers: boolean[] = []): {module: object; noticed: Noticed} {
    const noticed: Noticed = {exceptions: [], notices: [], questions: []};
    const ask = async (title: string | Promise<string>, question: string | Promise<string>): Promise<void> => {
        noticed.questions.push({title: await title, question: await question});
        if (answers.shift() === false) {
            throw new Error('The person said no.');
        }
    };
    const module = {
        exception: async (error: unknown) => void noticed.exceptions.push(error),
        addNotification: async (notice: Noticed['notices'][number]) => void noticed.notices.push(notice),
        alert: async (title: string, message: string) => void noticed.notices.push({message: `${title}: ${message}`}),
        saveCancelPromise: ask,
        deleteCancelPromise: ask,
    };
    return {module, noticed};
}
