import type { Language } from '@ayni/kernel';

const KEPT = 'ayni-language';
const KEPT_LABELS = 'ayni-labels';

/** Languages in which some labels are said; all else, numbers and days stay in that of the pages. */
export const LABEL_LANGUAGES = ['ay', 'qu'] as const;
export type LabelLanguage = (typeof LABEL_LANGUAGES)[number];

let chosen: Language = kept(KEPT) === 'en' ? 'en' : 'es';

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

/** In which language labels are said first; undefined where nobody chose one on this device. */
export const labelLanguage = (): LabelLanguage | undefined => LABEL_LANGUAGES.find((one) => one === kept(KEPT_LABELS));

export const chooseLabels = (wanted: string): void => localStorage.setItem(KEPT_LABELS, wanted);

function kept(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}
