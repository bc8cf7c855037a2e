import type { ShippedRuleSet } from './shipped-rule-set.js';
import type { Words } from './sourced.js';
import { boByDeliveries } from './sets/bo-356-by-deliveries.js';
import { boByWork } from './sets/bo-356-by-work.js';
import { boMixed } from './sets/bo-356-mixed.js';
import { brCoop } from './sets/br-5764.js';
import { coCoop } from './sets/co-79-1988.js';
import { plainEqual } from './sets/equal.js';
import { esCoop } from './sets/es-27-1999.js';
import { frScop } from './sets/fr-scop.js';
import { peCoop } from './sets/pe-074-90.js';
import { phCoop } from './sets/ph-9520.js';
import { usWorkers } from './sets/us-subchapter-t.js';
import { uyCoop } from './sets/uy-18407.js';

/** The rule sets that are shipped, in the order in which they are offered. */
export const shippedRuleSets: readonly ShippedRuleSet[] = [
  ...[boByWork, boByDeliveries, boMixed, peCoop, uyCoop, coCoop, brCoop, esCoop, frScop, phCoop, usWorkers, plainEqual],
];

const NAMES: Readonly<Record<string, Words>> = {
  'legal-reserve': { es: 'Reserva legal', en: 'Legal reserve' },
  'voluntary-reserve': { es: 'Reserva voluntaria', en: 'Voluntary reserve' },
  education: { es: 'Fondo de educación', en: 'Education fund' },
  social: { es: 'Fondo de previsión social y apoyo a la colectividad', en: 'Social provision and community fund' },
  solidarity: { es: 'Fondo de solidaridad', en: 'Solidarity fund' },
  community: { es: 'Fondo de desarrollo comunitario', en: 'Community development fund' },
  development: { es: 'Fondo de desarrollo', en: 'Development fund' },
  'capital-interest': { es: 'Interés de las aportaciones', en: 'Interest on contributions' },
  'non-member-operations': { es: 'Reserva por operaciones con no socios', en: 'Reserve for non-member operations' },
  'collective-account': { es: 'Cuenta colectiva', en: 'Collective account' },
  'share-capital': { es: 'capital de las socias', en: "members' capital" },
};

/** What a fund or balance of the shipped sets is called; its code where it is none of theirs. */
export const shippedName = (code: string): Words => NAMES[code] ?? { es: code, en: code };
