import type { RuleSet } from '@ayni/distribution';
import { nameKey } from '@ayni/kernel';
import { markOf, sourcesIn } from '@ayni/rule-sets';
import { withFunds } from '../../domain/funds/fund.js';
import type { PaperRules } from '../../domain/papers/statement-paper.js';
import { shippedBy } from '../hold-to-law/hold-to-law.js';

/** The co-op's own rules as they are kept, with the shipped set that they copy. */
export type NamedRules = Omit<PaperRules, 'articles'> & { readonly copies: string | null };

/** They as a paper names them, with each article that a line of the rules comes from once. */
export function paperRules({ copies, ...named }: NamedRules, rules: RuleSet): PaperRules {
  const shipped = shippedBy(copies);
  const sources = shipped?.law ? Object.values(sourcesIn(withFunds(rules, nameKey), shipped)) : [];
  const articles = new Map(
    sources
      .filter(({ article }) => article !== '–')
      .map(({ article, source }) => [`${article} ${source}`, { article, mark: markOf(source) }]),
  );
  return { ...named, articles: [...articles.values()] };
}
