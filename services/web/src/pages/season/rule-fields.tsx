import { formatDecimal } from '@ayni/kernel';
import { useState } from 'react';
import { Link } from 'wouter';
import { AmountField } from '../../design/amount-field.js';
import { Button } from '../../design/button.js';
import { CheckField, ChoiceField, type Choice } from '../../design/field.js';
import { useForm } from '../../design/form.js';
import { Notice, Pill } from '../../design/notice.js';
import { useList } from '../../hooks/use-list.js';
import { useWho } from '../../hooks/use-who.js';
import { language } from '../../words/language.js';
import { inFigures, signOf } from '../../words/money.js';
import { say } from '../../words/say.js';
import { wordAlone } from '../../words/word-of.js';
import { limitInWords } from './rule-lines.js';
import type { OwnRuleSet } from './own-rules.js';
import {
  BASES,
  DEBTS,
  hundredths,
  PERCENT_PLACES,
  STEP_KINDS,
  stepsIn,
  stepsText,
  WHOLE,
  type StepKind,
} from './rule-set.js';
import type { RuleSet } from './rules.js';

/**
 * The fields of a rule set: what comes before the families, by what the rest is shared, and what is set off.
 * @param at where in the body it goes, as a JSON pointer
 */
export function RuleFields({
  before,
  at,
  limits = [],
}: {
  before: RuleSet | undefined;
  at: string;
  limits?: readonly RuleLimit[];
}) {
  return (
    <>
      <StepFields before={before} at={at} limits={limits} />
      <BasisFields before={before} at={at} limits={limits} />
      <fieldset className="stack">
        <legend>{say('rules.debts')}</legend>
        <p className="soft">{say('rules.debtsText')}</p>
        {DEBTS.map((debt) => (
          <CheckField
            key={debt}
            name={`debt-${debt}`}
            label={wordAlone('debt', debt)}
            defaultChecked={before === undefined ? debt === 'advance' : (before.offsets?.order.includes(debt) ?? false)}
          />
        ))}
        <AmountField
          name="keep"
          at={`${at}/offsets/keepPercent`}
          label={say('rules.keep')}
          hint={say('rules.keepHint')}
          places={PERCENT_PLACES}
          required={false}
          {...given(before?.offsets?.keepPercent)}
        />
        <AmountField
          name="retain"
          at={`${at}/retainPercent`}
          label={say('rules.retain')}
          hint={say('rules.retainHint')}
          places={PERCENT_PLACES}
          required={false}
          {...given(before?.retainPercent)}
        />
        <Asked limits={limits} kinds={['retain-at-most']} />
      </fieldset>
    </>
  );
}

const given = (defaultValue: string | undefined): { defaultValue?: string } =>
  defaultValue === undefined ? {} : { defaultValue };

type RuleLimit = OwnRuleSet['limits'][number];
type Limits = { readonly limits: readonly RuleLimit[] };

/** What the law asks of what stands here, with its article. */
function Asked({ limits, kinds, fund }: Limits & { kinds: readonly RuleLimit['kind'][]; fund?: string }) {
  return limits
    .filter((limit) => kinds.includes(limit.kind) && (fund === undefined || limit.fund === fund))
    .map((limit, i) => (
      <p key={i} className="soft">
        {limitInWords(limit)}.
      </p>
    ));
}

function StepFields({ before, at, limits }: { before: RuleSet | undefined; at: string } & Limits) {
  const { draftOf } = useForm();
  const funds = useList('GET /api/profit-sharing/v1/funds', {});
  const [steps, setSteps] = useState(() =>
    stepsIn(draftOf('steps') ?? stepsText((before?.steps ?? []).map(({ kind }, id) => ({ id, kind })))),
  );
  const choices = (funds.items ?? [])
    .filter(({ retiredOn }) => retiredOn === null)
    .map(({ code, nameEs, nameEn }) => ({ value: code, label: language() === 'es' ? nameEs : nameEn }));
  const add = (kind: StepKind): void =>
    setSteps([...steps, { id: Math.max((before?.steps.length ?? 0) - 1, ...steps.map(({ id }) => id)) + 1, kind }]);

  return (
    <fieldset className="stack">
      <legend>{say('rules.before')}</legend>
      <p className="soft">{say('rules.beforeText')}</p>
      <Asked limits={limits} kinds={['losses-first']} />
      <input type="hidden" name="steps" value={stepsText(steps)} />
      {funds.items?.length === 0 ? (
        <Notice kind="waiting">
          <p>{say('rules.noFunds')}</p>
          <div>
            <Link href="/gastos/fondos" className="button plain">
              {say('menu.expenses')}
            </Link>
          </div>
        </Notice>
      ) : null}
      {steps.length === 0 ? <p>{say('rules.noSteps')}</p> : null}
      {steps.map(({ id, kind }, place) => (
        <fieldset key={id} className="stack small">
          <legend>
            {say('rules.step', { n: String(place + 1) })}: {say(STEP_KINDS[kind].name)}
          </legend>
          <p className="soft">{say(STEP_KINDS[kind].text)}</p>
          {kind === 'cover-losses' ? null : (
            <StepField
              id={id}
              at={`${at}/steps/${place}`}
              kind={kind}
              funds={choices}
              before={before?.steps[id]}
              limits={limits}
            />
          )}
          <div>
            <Button onClick={() => setSteps(steps.filter((step) => step.id !== id))}>{say('rules.removeStep')}</Button>
          </div>
        </fieldset>
      ))}
      <div className="row">
        <Button onClick={() => add('fund')}>{say('rules.addFund')}</Button>
        <Button onClick={() => add('cover-losses')}>{say('rules.addLosses')}</Button>
        <Button onClick={() => add('restore')}>{say('rules.addRestore')}</Button>
      </div>
    </fieldset>
  );
}

const OF_STEP = { fund: ['fund-at-least', 'fund-at-most', 'loss-at-most'], restore: ['restore-first'] } as const;

function StepField({
  id,
  at,
  kind,
  funds,
  before,
  limits,
}: {
  id: number;
  at: string;
  kind: 'fund' | 'restore';
  funds: readonly Choice[];
  before: RuleSet['steps'][number] | undefined;
} & Limits) {
  const { places, currency } = useWho().coop;
  const [fund, setFund] = useState(before && 'fund' in before ? before.fund : '');
  const was = before?.kind === 'fund' ? before : undefined;
  return (
    <>
      <Asked limits={limits} kinds={OF_STEP[kind]} fund={fund} />
      <div className="fields">
        <ChoiceField
          name={`fund-${id}`}
          at={`${at}/fund`}
          label={say('rules.which')}
          choices={funds}
          onChoose={setFund}
          {...given(before && 'fund' in before ? before.fund : undefined)}
        />
        {kind === 'restore' ? null : (
          <>
            <AmountField
              name={`percent-${id}`}
              at={`${at}/percent`}
              label={say('rules.percent')}
              places={PERCENT_PLACES}
              {...given(was?.percent)}
            />
            <ChoiceField
              name={`of-${id}`}
              at={`${at}/of`}
              label={say('rules.of')}
              defaultValue={was?.of ?? 'result'}
              choices={(['result', 'after-losses', 'remaining'] as const).map((of) => ({
                value: of,
                label: say(`rules.${of}`),
              }))}
            />
            <ChoiceField
              name={`rounding-${id}`}
              at={`${at}/rounding`}
              label={say('rules.rounding')}
              defaultValue={was?.rounding ?? 'up'}
              choices={(['up', 'half-up', 'down'] as const).map((way) => ({ value: way, label: say(`rules.${way}`) }))}
            />
            <AmountField
              name={`cap-${id}`}
              at={`${at}/cap`}
              label={say('rules.cap')}
              hint={say('rules.capHint')}
              unit={signOf(currency)}
              places={places}
              required={false}
              {...given(typeof was?.cap === 'string' ? was.cap : undefined)}
            />
            <AmountField
              name={`cap-percent-${id}`}
              at={`${at}/cap/percent`}
              label={say('rules.capPercent')}
              hint={say('rules.capPercentHint')}
              places={PERCENT_PLACES}
              required={false}
              {...given(typeof was?.cap === 'object' ? was.cap.percent : undefined)}
            />
          </>
        )}
      </div>
    </>
  );
}

function BasisFields({ before, at, limits }: { before: RuleSet | undefined; at: string } & Limits) {
  const { draftOf } = useForm();
  const [percents, setPercents] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(
      BASES.map((basis) => [
        basis,
        draftOf(`basis-${basis}`) ?? before?.bases.find((one) => one.basis === basis)?.percent ?? '0.00',
      ]),
    ),
  );
  const sum = Object.values(percents).reduce((all, percent) => all + hundredths(percent), 0n);
  const rest = WHOLE - sum;
  return (
    <fieldset className="stack">
      <legend>{say('rules.bases')}</legend>
      <p className="soft">{say('rules.basesText')}</p>
      <Asked limits={limits} kinds={['only-bases', 'bases-at-least', 'members-at-least']} />
      <div className="fields">
        {BASES.map((basis) => (
          <AmountField
            key={basis}
            name={`basis-${basis}`}
            at={`${at}/bases`}
            label={`${say(`rules.${basis}`)} (%)`}
            hint={say(`rules.${basis}-text`)}
            places={PERCENT_PLACES}
            defaultValue={percents[basis] ?? '0.00'}
            onAmount={(percent) => setPercents((others) => ({ ...others, [basis]: percent ?? '0' }))}
          />
        ))}
      </div>
      <p className="row" aria-live="polite">
        <span>{say('rules.sum', { sum: inFigures(formatDecimal(sum, PERCENT_PLACES)) })}</span>
        <Pill kind={rest === 0n ? 'done' : 'waiting'}>
          {rest === 0n
            ? say('rules.complete')
            : rest > 0n
              ? say('rules.missing', { rest: inFigures(formatDecimal(rest, PERCENT_PLACES)) })
              : say('rules.tooMuch', { rest: inFigures(formatDecimal(-rest, PERCENT_PLACES)) })}
        </Pill>
      </p>
    </fieldset>
  );
}
