import type { RuleSet } from '@ayni/distribution';
import type { ShippedRuleSet } from './shipped-rule-set.js';
import type { Sourced } from './sourced.js';

/** What a line is about, by which a copy of rules finds the article of the line that it was copied from. */
function subjectsOf(rules: RuleSet): ReadonlyMap<string, string> {
  return new Map<string, string>([
    ...rules.steps.map((step, i): [string, string] => [
      `/steps/${i}`,
      step.kind === 'cover-losses' ? step.kind : `${step.kind} ${step.fund}`,
    ]),
    ...rules.bases.map(({ basis }, i): [string, string] => [`/bases/${i}`, `basis ${basis}`]),
    ...(rules.lossOrder ?? []).map(({ fund }, i): [string, string] => [`/lossOrder/${i}`, `loss ${fund}`]),
    ['/retainPercent', 'retain'],
    ['/offsets', 'offsets'],
  ]);
}

/** Where each line of rules comes from, by its pointer, where the shipped set that they were copied from has one about the same. */
export function sourcesIn(
  rules: RuleSet,
  shipped: Pick<ShippedRuleSet, 'rules' | 'sources'>,
): Readonly<Record<string, Sourced>> {
  const known = new Map<string, Sourced>();
  for (const [pointer, subject] of subjectsOf(shipped.rules)) {
    const source = shipped.sources[pointer];
    if (source && !known.has(subject)) known.set(subject, source);
  }
  const found: Record<string, Sourced> = {};
  for (const [pointer, subject] of subjectsOf(rules)) {
    const source = known.get(subject);
    if (source) found[pointer] = source;
  }
  return found;
}
