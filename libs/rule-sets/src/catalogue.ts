import type { ShippedRuleSet } from './shipped-rule-set.js';
import { usualFundName } from './fund-names.js';
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

const SHARE_CAPITAL: Words = { es: 'capital de las socias', en: "members' capital" };

/** What a fund or balance of the shipped sets is called; its code where it is none of theirs. */
export const shippedName = (code: string): Words =>
  code === 'share-capital' ? SHARE_CAPITAL : (usualFundName(code) ?? { es: code, en: code });
