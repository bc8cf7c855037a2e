export { shippedName, shippedRuleSets } from './catalogue.js';
export { usualFundName } from './fund-names.js';
export { brokenLimits, type Broken, type Limit } from './limit.js';
export { indexPage, markOf, pageOf } from './page.js';
export { sentencesOf, type NameOf, type Sentence } from './sentence.js';
export type { Example, Law, ShippedRuleSet } from './shipped-rule-set.js';
export type { Source, Sourced, Words } from './sourced.js';
