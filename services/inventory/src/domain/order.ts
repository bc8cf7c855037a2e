/** Orders texts as the database does, by their characters. Days and instants compare as text. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
