/** A text that this browser remembers under a name, whoever uses it; undefined where it has none, or remembers nothing. */
export function remembered(name: string): string | undefined {
  try {
    return localStorage.getItem(name) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Has this browser remember a text; one that remembers nothing asks again the next time. */
export function remember(name: string, text: string): void {
  try {
    localStorage.setItem(name, text);
  } catch {
    // what was said holds as long as the page is open
  }
}
