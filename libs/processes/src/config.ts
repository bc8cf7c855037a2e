import { languageOf, type Language } from '@ayni/kernel';

/** What a program of another maker needs of our environment; the settings and the locale of a shell are left out. */
export const BARE_ENVIRONMENT: NodeJS.ProcessEnv = { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' };

/** In which language is said what stands in the way of a start, before a program has read its own settings. */
export const LANGUAGE: Language = languageOf(process.env['AYNI_LANG']);
