import type { Language } from '@ayni/kernel';

const KEPT = 'ayni-language';

let chosen: Language = read();

/** The language of the pages: Spanish, until somebody chooses English on this device. */
export const language = (): Language => chosen;

export function chooseLanguage(wanted: Language): void {
  chosen = wanted;
  document.documentElement.lang = wanted;
  try {
    localStorage.setItem(KEPT, wanted);
  } catch {
    // a browser that keeps nothing asks again the next time
  }
}

function read(): Language {
  try {
    return localStorage.getItem(KEPT) === 'en' ? 'en' : 'es';
  } catch {
    return 'es';
  }
}
