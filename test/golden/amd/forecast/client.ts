/** Stands for the generated client. */
export const call = (name: string, args: object): Promise<unknown> => Promise.reject(new Error(`${name} ${JSON.stringify(args)}`));
