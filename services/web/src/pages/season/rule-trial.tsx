import { asksOf, brokenLimits, markOf, sentencesOf, shippedName, shippedRuleSets, sourcesIn } from '@ayni/rule-sets';
import { useState } from 'react';
import { ChoiceField } from '../../design/field.js';
import { Typed } from '../../design/form.js';
import { useFundNames } from '../../hooks/use-fund-names.js';
import { useList } from '../../hooks/use-list.js';
import { useTried } from '../../hooks/use-tried.js';
import { holds, useWho } from '../../hooks/use-who.js';
import { useTyped } from '../../hooks/use-typed.js';
import { language } from '../../words/language.js';
import { say } from '../../words/say.js';
import { ComparedRules } from './compared-rules.js';
import { lackingIn, PAPERS, triedOnOld, type OldSeason } from './old-books.js';
import type { OwnRuleSet } from './own-rules.js';
import { Broken, Lines, type Line } from './rule-lines.js';
import { ruleSetOf, type SentRules } from './rule-set.js';
import type { RuleSet } from './rules.js';

/** What the rules that stand in the form say, what of them is against their law, and what they would give on a season's books. */
export function RuleTrial({ set: { code, copies }, before }: { set: OwnRuleSet; before: RuleSet | undefined }) {
  const { within, typed } = useTyped<HTMLDivElement>();
  const rules = typed === undefined ? undefined : ruleSetOf(new Typed(typed), code, before);
  return (
    <div ref={within} className="stack">
      {rules === undefined ? null : (
        <>
          <section aria-live="polite">
            <h3>{say('ownRules.says')}</h3>
            <Sentences rules={rules} copies={copies} />
          </section>
          <Gives rules={rules} />
        </>
      )}
    </div>
  );
}

function Sentences({ rules, copies }: { rules: SentRules; copies: string | null }) {
  const registered = useFundNames();
  const spoken = language() === 'es' ? 'es' : 'en';
  const shipped = shippedRuleSets.find((set) => set.code === copies);
  const nameOf = (fund: string) => {
    const name = registered(fund);
    return name === fund ? shippedName(fund) : { es: name, en: name };
  };
  const sources = shipped === undefined ? {} : sourcesIn(rules, shipped);
  const broken = shipped?.law ? brokenLimits(rules, shipped.limits) : [];
  const asked = (limit: Parameters<typeof asksOf>[0]): string => `${limit.article}: ${asksOf(limit, nameOf)[spoken]}`;
  const said = sentencesOf(rules, nameOf).map(({ pointer, says }): Line => {
    const source = sources[pointer];
    return {
      ...{ pointer, says: says[spoken], article: source?.article ?? null, mark: source ? markOf(source.source) : null },
      broken: broken.filter((one) => isAt(one.pointer, pointer)).map(({ limit }) => asked(limit)),
    };
  });
  const elsewhere = broken.filter(({ pointer }) => !said.some((line) => isAt(pointer, line.pointer)));
  return (
    <>
      <Lines lines={said} />
      {elsewhere.map(({ limit }, i) => (
        <Broken key={i} asks={asked(limit)} />
      ))}
    </>
  );
}

const isAt = (pointer: string, line: string): boolean => pointer === line || pointer.startsWith(`${line}/`);

const ROUTE = 'POST /api/profit-sharing/v1/seasons/{code}/scenarios';

/** Before the code of a season of before, among those with books. */
const OLD = 'old:';

function Gives({ rules }: { rules: SentRules }) {
  const seasons = useList('GET /api/profit-sharing/v1/seasons', {});
  const mayReadOld = holds(useWho(), 'treasurer', 'president');
  const before = useList('GET /api/profit-sharing/v1/old-seasons', {}, { when: mayReadOld });
  const [chosen, setChosen] = useState<string>();
  const known = (seasons.items ?? [])
    .filter(({ state }) => state !== 'withdrawn')
    .sort((a, b) => (a.from < b.from ? 1 : -1));
  const old = (before.items ?? [])
    .filter(({ reversal }) => reversal === null)
    .sort((a, b) => (a.firstDay < b.firstDay ? 1 : -1));
  const ofPapers = old[0] === undefined ? undefined : `${OLD}${old[0].code}`;
  // the last that is whole says most
  const whole = known.find(({ state }) => state === 'closed' || state === 'locked')?.code;
  const season = chosen ?? whole ?? ofPapers ?? known[0]?.code;
  const papers = old.find(({ code }) => `${OLD}${code}` === season);
  if (season === undefined) return <p className="soft">{say('ownRules.noBooks')}</p>;
  return (
    <section className="stack">
      <h3>{say('ownRules.gives')}</h3>
      <ChoiceField
        key={season}
        name="books"
        label={say('ownRules.onBooks')}
        defaultValue={season}
        choices={[
          ...known.map(({ code, name }) => ({ value: code, label: name })),
          ...old.map(({ code }) => ({ value: `${OLD}${code}`, label: say('ownRules.onPapers', { season: code }) })),
        ]}
        onChoose={setChosen}
      />
      {papers === undefined ? <OnBooks season={season} rules={rules} /> : <OnPapers season={papers} rules={rules} />}
    </section>
  );
}

function OnBooks({ season, rules }: { season: string; rules: SentRules }) {
  const tried = useTried(ROUTE, { path: { code: season }, body: { ruleSets: [rules], forAssembly: false } });
  const nameOf = (code: string): string => say(code === 'present' ? 'scenarios.present' : 'ownRules.these');
  if (tried.error !== null) return <p className="soft">{tried.error.detail}</p>;
  if (tried.data === undefined) return <p className="soft">{say('ownRules.trying')}</p>;
  return <ComparedRules compared={tried.data} nameOf={nameOf} />;
}

/** On a season before these books, where its papers say what the rules ask for. */
function OnPapers({ season, rules }: { season: OldSeason; rules: SentRules }) {
  const { currency } = useWho().coop;
  const lacks = lackingIn(season, rules);
  if (lacks.length > 0) {
    const what = lacks.map((one) => say(one === 'result' ? 'ownRules.lacksResult' : `rules.${one}`)).join(', ');
    return <p className="soft">{say('ownRules.lacks', { season: season.code, what })}</p>;
  }
  return (
    <>
      <p className="soft">{say('ownRules.papersText')}</p>
      <ComparedRules
        compared={{ ...triedOnOld(season, rules, currency), asOf: null }}
        nameOf={(code) => say(code === PAPERS ? 'ownRules.papers' : 'ownRules.these')}
      />
    </>
  );
}
