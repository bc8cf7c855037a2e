import { Pill } from '../../design/notice.js';
import { language } from '../../words/language.js';
import { say } from '../../words/say.js';
import type { OwnRuleSet } from './own-rules.js';

type Translated = { readonly es: string; readonly en: string };
const inLanguage = (words: Translated): string => words[language() === 'es' ? 'es' : 'en'];

/** A line of rules in a sentence, with where it comes from and what of it is against the law. */
export type Line = {
  readonly pointer: string;
  readonly says: string;
  readonly article: string | null;
  readonly mark: Translated | null;
  readonly broken?: readonly string[];
};

/** What each line does. */
export function Lines({ lines }: { lines: readonly Line[] }) {
  return (
    <ul>
      {lines.map(({ pointer, says, article, mark, broken = [] }) => (
        <li key={pointer}>
          {says} <From article={article} mark={mark} />
          {broken.map((asks) => (
            <Broken key={asks} asks={asks} />
          ))}
        </li>
      ))}
    </ul>
  );
}

/** What of rules is against their law. */
export function Broken({ asks }: { asks: string }) {
  return (
    <p>
      <Pill kind="refused">{say('ownRules.broken')}</Pill> {asks}
    </p>
  );
}

function From({ article, mark }: { article: string | null; mark: Translated | null }) {
  const from = [article === '–' ? null : article, mark === null ? null : inLanguage(mark)].filter(
    (one) => one !== null,
  );
  return from.length === 0 ? null : <small className="soft">({from.join(', ')})</small>;
}

/** What a limit asks, with its article and its mark. */
export const limitInWords = ({ asks, article, mark }: OwnRuleSet['limits'][number]): string =>
  `${article}${mark === null ? '' : ` (${inLanguage(mark)})`}: ${inLanguage(asks)}`;

/** What the law asks of rules, and what besides. */
export function Limits({ set: { limits, besides } }: { set: OwnRuleSet }) {
  if (limits.length === 0 && besides.length === 0) return null;
  return (
    <details>
      <summary>{say('ownRules.limits')}</summary>
      <ul>
        {limits.map((limit, i) => (
          <li key={i}>{limitInWords(limit)}</li>
        ))}
      </ul>
      {besides.length === 0 ? null : (
        <>
          <h3>{say('ownRules.besides')}</h3>
          <ul>
            {besides.map((words) => (
              <li key={words.es}>{inLanguage(words)}</li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}
