import { Link } from 'wouter';
import type { Answer } from '../../api/route.js';
import { Shown } from '../../design/shown.js';
import { useFundNames } from '../../hooks/use-fund-names.js';
import { holds, useWho } from '../../hooks/use-who.js';
import { useWhole } from '../../hooks/use-whole.js';
import { moment } from '../../words/dates.js';
import { inFigures, inMoney } from '../../words/money.js';
import { say, type PlainWord } from '../../words/say.js';
import { wordOf } from '../../words/word-of.js';

type SeasonRow = Answer<'GET /api/profit-sharing/v1/seasons/{code}'>;
export type RuleSet = NonNullable<SeasonRow['ruleSet']>;
type Step = RuleSet['steps'][number];
type Voted = { readonly ruleSet: RuleSet; readonly cashUnit: string };

const stepWord = (name: 'result' | 'after-losses' | 'remaining' | 'up' | 'half-up' | 'down'): string =>
  say(`rules.${name}` satisfies Extract<PlainWord, `rules.${string}`>);

/** The rules of a season in words, as the assembly voted them. */
export function Rules({
  season: { code, state, ruleSet, cashUnit, rulesVersion, openedBy, ownRuleSet, ownVersion, law },
}: {
  season: SeasonRow;
}) {
  const who = useWho();
  if (ruleSet === undefined) return null;
  return (
    <details>
      <summary>{say('season.rules')}</summary>
      <div className="card stack">
        <RulesInWords ruleSet={ruleSet} cashUnit={cashUnit} />
        {ownRuleSet === null ? null : (
          <p>
            <Link href={`/reglas/${encodeURIComponent(ownRuleSet)}`}>
              {say(rulesVersion === 1 ? 'ownRules.standsUnder' : 'ownRules.amended', {
                rules: ownRuleSet,
                version: String(ownVersion ?? ''),
              })}
            </Link>{' '}
            {say('ownRules.ofLaw', { law: law ?? say('ownRules.noLaw') })}
          </p>
        )}
        <p className="soft">
          {say('season.opened', { user: openedBy })} {say('season.rulesVersion', { n: rulesVersion })}
        </p>
        {rulesVersion === 1 ? null : <RuleVersions season={code} />}
        {holds(who, 'treasurer') && (state === 'open' || state === 'closed') ? (
          <div>
            <Link href={`/gestion/${encodeURIComponent(code)}/reglas`} className="button plain">
              {say('rules.amendTitle')}
            </Link>
          </div>
        ) : null}
      </div>
    </details>
  );
}

/** What rules do, line by line. */
function RulesInWords({ ruleSet, cashUnit }: Voted) {
  const { currency } = useWho().coop;
  const fundOf = useFundNames();
  return (
    <>
      <h3>{say('rules.before')}</h3>
      {ruleSet.steps.length === 0 ? <p>{say('rules.noSteps')}</p> : null}
      <dl>
        {ruleSet.steps.map((step, index) => (
          <div key={index} className="pair">
            <dt>{'fund' in step ? fundOf(step.fund) : say('rules.cover-losses')}</dt>
            <dd>{stepInWords(step)}</dd>
          </div>
        ))}
      </dl>
      <h3>{say('rules.bases')}</h3>
      <dl>
        {ruleSet.bases.map(({ basis, percent }) => (
          <div key={basis} className="pair">
            <dt>{say(`rules.${basis}`)}</dt>
            <dd className="number">{inFigures(percent)} %</dd>
          </div>
        ))}
      </dl>
      <h3>{say('rules.debts')}</h3>
      <ul>
        {(ruleSet.offsets?.order ?? []).map((debt) => (
          <li key={debt}>{wordOf('debt', debt)}</li>
        ))}
        {ruleSet.offsets?.keepPercent === undefined ? null : (
          <li>{say('rules.keepShown', { percent: inFigures(ruleSet.offsets.keepPercent) })}</li>
        )}
        {ruleSet.retainPercent === undefined ? null : (
          <li>{say('rules.retainShown', { percent: inFigures(ruleSet.retainPercent) })}</li>
        )}
        <li>{say('rules.coinShown', { coin: inMoney(cashUnit, currency) })}</li>
      </ul>
    </>
  );
}

/** How the assembly voted the rules of a season, from the opening on. */
function RuleVersions({ season }: { season: string }) {
  const { timezone } = useWho().coop;
  const versions = useWhole('GET /api/profit-sharing/v1/seasons/{code}/rules', { path: { code: season } });
  return (
    <Shown read={versions}>
      {(all) => (
        <section className="stack small">
          <h3>{say('season.voting')}</h3>
          {all.map(({ version, resolution, recordedBy, recordedAt, ruleSet, cashUnit }) => (
            <details key={version} className="stack small">
              <summary>
                {say(resolution === null ? 'season.ofOpening' : 'season.ofResolution', {
                  n: String(version),
                  resolution: resolution ?? '',
                  user: recordedBy,
                  when: moment(recordedAt, timezone),
                })}
              </summary>
              {ruleSet === undefined ? null : <RulesInWords ruleSet={ruleSet} cashUnit={cashUnit} />}
            </details>
          ))}
        </section>
      )}
    </Shown>
  );
}

function stepInWords(step: Step): string {
  if (step.kind === 'restore') return say('rules.restore');
  if (step.kind === 'cover-losses') return say('rules.coverLossesText');
  const { percent, of, rounding, cap } = step;
  const words = say('rules.shownFund', {
    percent: inFigures(percent),
    of: stepWord(of),
    rounding: stepWord(rounding),
  });
  if (cap === undefined) return words;
  const most = typeof cap === 'string' ? inFigures(cap) : `${inFigures(cap.percent)} % ${cap.of}`;
  return `${words}, ${say('rules.shownCap', { cap: most })}`;
}
