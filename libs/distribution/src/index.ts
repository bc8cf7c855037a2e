export { isOfMissing } from './document.js';
export { BASIS_NAMES, type BasisName } from './basis.js';
export { canonicalJson } from './canonical-json.js';
export type { Case, Payment, PlacesOf } from './case.js';
export { distribute, figuresOf, outcomeOf, workOut, workOutBy } from './distribute.js';
export { fingerprintOf, sealedText, type Sha256 } from './fingerprint.js';
export { parseJson } from './json-text.js';
export { commonOutcome, outcomeByOne, writeFigures } from './outcome.js';
export type {
  CommonOutcome,
  Figures,
  MemberFigures,
  MemberWorkings,
  Outcome,
  OutcomeByOne,
  StepShown,
  WorkedCase,
} from './outcome.js';
export { CASE_CODES, isRefused, type CaseCode, type RefusedCase } from './refused-case.js';
export { checkRuleSet, type Cap, type RuleSet, type StepBase } from './rule-set.js';
export { compareKeys, NoWeight, split, splitInOrder, wonInTie } from './split.js';
export type { Part, Party, Split, UnitReason } from './split.js';
export { writtenByOne, type WrittenShare, type WrittenPart } from './written.js';
export { caseSchema } from './schemas/case.schema.js';
export { outcomeSchema } from './schemas/outcome.schema.js';
export { amount as amountSchema, type JsonSchema } from './schemas/parts.js';
export { OPEN_RULE_FIELDS, ruleSetFields, ruleSetSchema } from './schemas/rule-set.schema.js';
