export { shippedName, shippedRuleSets } from './catalogue.js';
export { brokenLimits, type Broken, type Limit } from './limit.js';
export { asksOf } from './limit-sentence.js';
export { sourcesIn } from './own-source.js';
export { indexPage, markOf, pageOf } from './page.js';
export type { NameOf } from './phrases.js';
export { sentencesOf, type Sentence } from './sentence.js';
export type { Example, Law, ShippedRuleSet } from './shipped-rule-set.js';
export type { Source, Sourced, Words } from './sourced.js';
