/** How a code is said that a text has a place for as `{name:vocabulary}`. */
export type InWords = (vocabulary: string, value: string) => string;

const asItIs: InWords = (_, value) => value;

/** A text with its places filled from `values`; a place that has none stays as it is. */
export const filled = (text: string, values: Readonly<Record<string, string>>, inWords = asItIs): string =>
  text.replace(/\{(\w+)(?::(\w+))?\}/g, (whole, name: string, vocabulary?: string) => {
    const value = values[name];
    if (value === undefined || vocabulary === undefined) return value ?? whole;
    return inWords(vocabulary, value);
  });
