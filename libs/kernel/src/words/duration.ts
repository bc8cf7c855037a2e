import type { Language } from '../translated.js';

const MINUTES = 60n;

const WORDS = {
  es: { hour: ['hora', 'horas'], minute: ['minuto', 'minutos'] },
  en: { hour: ['hour', 'hours'], minute: ['minute', 'minutes'] },
} as const;

/** Minutes to be reckoned with, and as people say them: `480 minutos (8 horas)`. */
export function minutesText(minutes: bigint, language: Language): string {
  const said = durationText(minutes, language);
  return minutes < MINUTES ? said : `${minutes} ${WORDS[language].minute[1]} (${said})`;
}

/** Minutes as people say them: `397 horas 20 minutos`. */
export function durationText(minutes: bigint, language: Language): string {
  const said = (count: bigint, [one, many]: readonly [string, string]): string =>
    `${count} ${count === 1n ? one : many}`;
  const { hour, minute } = WORDS[language];
  const [hours, rest] = [minutes / MINUTES, minutes % MINUTES];
  if (hours === 0n) return said(rest, minute);
  return rest === 0n ? said(hours, hour) : `${said(hours, hour)} ${said(rest, minute)}`;
}
