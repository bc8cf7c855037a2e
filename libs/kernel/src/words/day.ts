import type { Language } from '../translated.js';

const LOCALES = { es: 'es-BO', en: 'en-GB' } as const;

/** A day as people say it: `1 de julio de 2026`. What is no day stays as it is. */
export const dayText = (day: string, language: Language): string =>
  /^\d{4}-\d\d-\d\d$/.test(day)
    ? new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day))
    : day;
