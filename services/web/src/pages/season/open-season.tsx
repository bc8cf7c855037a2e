import { addDays, parseDay, type Day } from '@ayni/kernel';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { Loading } from '../../design/loading.js';
import { AmountField } from '../../design/amount-field.js';
import { ChoiceField, DayField, TextField } from '../../design/field.js';
import { Form, type Typed } from '../../design/form.js';
import { Notice } from '../../design/notice.js';
import { Page } from '../../design/page.js';
import { useAct } from '../../hooks/use-act.js';
import { useList, type ItemOf } from '../../hooks/use-list.js';
import { useWho } from '../../hooks/use-who.js';
import { signOf } from '../../words/money.js';
import { say } from '../../words/say.js';
import { RuleFields } from './rule-fields.js';
import { isWhole, ruleSetOf } from './rule-set.js';

/** Opens a season: its days, its coin, and the rules that the assembly voted. */
export default function OpenSeason() {
  const seasons = useList('GET /api/profit-sharing/v1/seasons', {});
  return (
    <Page title={say('rules.title')}>
      <p>{say('rules.intro')}</p>
      {seasons.items === undefined && seasons.problem === null ? (
        <Loading />
      ) : (
        <OpenForm
          last={seasons.items
            ?.filter(({ state }) => state !== 'withdrawn')
            .sort((a, b) => (a.to < b.to ? -1 : 1))
            .at(-1)}
        />
      )}
    </Page>
  );
}

/** The last day of the year that begins on a day. */
function lastDayOfYear(from: Day): Day {
  const next = new Date(`${from}T12:00:00Z`);
  next.setUTCFullYear(next.getUTCFullYear() + 1);
  return addDays(parseDay(next.toISOString().slice(0, 10)), -1);
}

/** That rules are written with the season. No code is so. */
const HERE = '-';

/** @param last the season before, whose rules and coin are proposed again */
function OpenForm({ last }: { last: ItemOf<'GET /api/profit-sharing/v1/seasons'> | undefined }) {
  const { send, busy, problem } = useAct('POST /api/profit-sharing/v1/seasons');
  const { places, currency } = useWho().coop;
  const [, go] = useLocation();
  const [lacks, setLacks] = useState(false);
  const [own, setOwn] = useState(HERE);
  const sets = useList('GET /api/profit-sharing/v1/own-rule-sets', {});
  const adopted = (sets.items ?? []).filter((set) => set.adopted !== null);
  const from = last === undefined ? undefined : addDays(parseDay(last.to), 1);

  const open = async (typed: Typed): Promise<boolean> => {
    const lacksRules = own === HERE && !isWhole(typed);
    setLacks(lacksRules);
    if (lacksRules) return false;
    const code = typed.text('code');
    const row = {
      code,
      name: typed.text('name'),
      from: typed.text('from'),
      to: typed.text('to'),
      cashUnit: typed.text('cashUnit'),
      ...(own === HERE ? { ruleSet: ruleSetOf(typed, code, last?.ruleSet) } : { ownRuleSet: own }),
    };
    const answer = await send({ body: { rows: [row] } });
    if (answer !== undefined) go(`/gestion/${encodeURIComponent(code)}`);
    return answer !== undefined;
  };

  return (
    <Form onSend={open} problem={problem} busy={busy} send={say('rules.open')} draft="open-season">
      <div className="fields">
        <TextField name="name" at="/rows/0/name" label={say('rules.name')} required />
        <TextField name="code" at="/rows/0/code" label={say('rules.code')} hint={say('rules.codeHint')} required />
        <DayField
          name="from"
          at="/rows/0/from"
          label={say('rules.from')}
          required
          {...(from === undefined ? {} : { defaultValue: from, hint: say('rules.fromHint') })}
        />
        <DayField
          name="to"
          at="/rows/0/to"
          label={say('rules.to')}
          required
          {...(from === undefined ? {} : { defaultValue: lastDayOfYear(from) })}
        />
        <AmountField
          name="cashUnit"
          at="/rows/0/cashUnit"
          label={say('rules.coin')}
          hint={say('rules.coinHint')}
          unit={signOf(currency)}
          places={places}
          {...(last === undefined ? {} : { defaultValue: last.cashUnit })}
        />
      </div>
      {adopted.length === 0 ? (
        <p className="hint">
          {say('rules.orCopied')} <Link href="/reglas">{say('menu.rules')}</Link>
        </p>
      ) : (
        <ChoiceField
          name="own"
          at="/rows/0/ownRuleSet"
          label={say('ownRules.ofSeason')}
          defaultValue={HERE}
          choices={[
            ...adopted.map((set) => ({ value: set.code, label: set.name })),
            { value: HERE, label: say('ownRules.writtenHere') },
          ]}
          onChoose={setOwn}
        />
      )}
      {own === HERE ? <RuleFields before={last?.ruleSet} at="/rows/0/ruleSet" /> : null}
      {lacks ? (
        <Notice kind="refused">
          <p>{say('rules.mustBe100')}</p>
        </Notice>
      ) : null}
    </Form>
  );
}
