/** core/toast that remembers what people were told. */
export function fakeToast(): {module: object; toasts: string[]} {
    const toasts: string[] = [];
    return {module: {add: async (message: string | Promise<string>) => void toasts.push(await message)}, toasts};
}
