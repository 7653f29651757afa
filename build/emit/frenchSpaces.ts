const HOLDS = '\u00a0';

/**
 * French with the spaces at which no line may break: before : ; ? ! and inside of « ». People type plain ones, since nobody sees the
 * difference in a source; what ships has those that French typography wants.
 */
export const frenchSpaces = (text: string): string => text.replace(/ (?=[:;?!»])/g, HOLDS).replace(/« /g, `«${HOLDS}`);
