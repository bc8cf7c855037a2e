import type { Words } from './sourced.js';

const LEGAL_RESERVE: Words = { es: 'Reserva legal', en: 'Legal reserve' };
const EDUCATION: Words = { es: 'Fondo de educación', en: 'Education fund' };
const SOCIAL: Words = { es: 'Fondo de previsión social', en: 'Social welfare fund' };

const NAMES: Readonly<Record<string, Words>> = {
  ...{ 'legal-reserve': LEGAL_RESERVE, 'reserva-legal': LEGAL_RESERVE },
  'voluntary-reserve': { es: 'Reserva voluntaria', en: 'Voluntary reserve' },
  ...{ education: EDUCATION, educacion: EDUCATION },
  ...{ social: SOCIAL, prevision: SOCIAL, 'prevision-social': SOCIAL },
  solidarity: { es: 'Fondo de solidaridad', en: 'Solidarity fund' },
  community: { es: 'Fondo de desarrollo comunitario', en: 'Community development fund' },
  development: { es: 'Fondo de desarrollo', en: 'Development fund' },
  'capital-interest': { es: 'Interés de las aportaciones', en: 'Interest on contributions' },
  'non-member-operations': { es: 'Reserva por operaciones con no socios', en: 'Reserve for non-member operations' },
  'collective-account': { es: 'Cuenta colectiva', en: 'Collective account' },
};

/** What a fund with this code, as names are compared, is mostly called; undefined where the code is a co-op's own. */
export const usualFundName = (code: string): Words | undefined =>
  Object.hasOwn(NAMES, code) ? NAMES[code] : undefined;
