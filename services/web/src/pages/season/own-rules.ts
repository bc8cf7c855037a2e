import type { Answer } from '../../api/route.js';

/** Rules of the co-op's own, with their versions and what their law asks of them. */
export type OwnRuleSet = Answer<'GET /api/profit-sharing/v1/own-rule-sets/{code}'>;
