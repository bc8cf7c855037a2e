import { useState } from 'react';
import type { Sent } from '../api/route.js';
import { useFundNames } from '../hooks/use-fund-names.js';
import { useList } from '../hooks/use-list.js';
import { useRead } from '../hooks/use-read.js';
import { useWhole } from '../hooks/use-whole.js';
import { useWho } from '../hooks/use-who.js';
import { dayInWords, moment } from '../words/dates.js';
import { inMoney, signOf } from '../words/money.js';
import { say } from '../words/say.js';
import { AmountField } from './amount-field.js';
import { Button } from './button.js';
import { ChoiceField, TextField } from './field.js';
import { useForm, type Typed } from './form.js';

/** One thing that a motion decides in the system, as it is sent. */
export type Covered = NonNullable<Sent<'POST /api/members/v1/resolutions'>['body']['rows'][number]['covers']>[number];

const KINDS = [
  'run',
  'rule-set',
  'fund-use',
  'certificate-value',
  'goods-scale',
  'work-scale',
  'run-reversal',
  'reopening',
  'rules',
  'early-end',
  'admission',
] as const;
const FIELDS = ['season', 'fingerprint', 'fund', 'amount', 'member', 'certificateType', 'product', 'unit'] as const;
type Kind = (typeof KINDS)[number];
const kindOf = (text: string | undefined): Kind | undefined => KINDS.find((kind) => kind === text);

/** How many things one motion may decide. */
const THINGS_MAX = 20;

const nameOf = (at: string, field: string, index: number): string => `${at} ${field} ${index}`;

type Things = {
  /** The place of the list in the body, such as `/rows/0/covers`. */
  readonly at: string;
  /** What stands there at first. */
  readonly first?: readonly Covered[];
};

/** What a motion decides in the system: things of which each is chosen among those that there are, or nothing. */
export function CoveredFields({ at, first = [] }: Things) {
  const { draftOf } = useForm();
  const kindAt = (index: number): Kind | undefined =>
    kindOf(draftOf(nameOf(at, 'kind', index))) ?? kindOf(first[index]?.kind);
  const [kinds, setKinds] = useState<readonly (Kind | undefined)[]>(() => {
    const begun = Array.from({ length: THINGS_MAX }, (_, index) => kindAt(index)).filter((kind) => kind !== undefined);
    return begun.length === 0 ? [undefined] : begun;
  });
  const canAdd = kinds.at(-1) !== undefined && kinds.length < THINGS_MAX;
  return (
    <>
      {kinds.map((kind, index) => (
        <Thing
          key={index}
          at={at}
          index={index}
          kind={kind}
          first={first[index]}
          onKind={(chosen) => setKinds((before) => before.map((one, i) => (i === index ? chosen : one)))}
        />
      ))}
      {canAdd ? (
        <div>
          <Button onClick={() => setKinds([...kinds, undefined])}>{say('resolutions.alsoCovers')}</Button>
        </div>
      ) : null}
    </>
  );
}

/** What was chosen there, as it is sent; null where that is nothing. */
export const coversIn = (typed: Typed, at: string): Covered[] | null => {
  const covers = Array.from({ length: THINGS_MAX }, (_, index) => index).flatMap((index) => {
    const kind = kindOf(typed.text(nameOf(at, 'kind', index)));
    if (kind === undefined) return [];
    const fields = FIELDS.flatMap((field) => {
      const text = typed.text(nameOf(at, field, index));
      return text === '' ? [] : [[field, text] as const];
    });
    return [{ kind, ...Object.fromEntries(fields) }];
  });
  return covers.length === 0 ? null : covers;
};

type One = {
  readonly at: string;
  readonly index: number;
  readonly kind: Kind | undefined;
  readonly first: Covered | undefined;
};

function Thing({ onKind, ...one }: One & { readonly onKind: (kind: Kind | undefined) => void }) {
  const { at, index, kind, first } = one;
  return (
    <div className="fields">
      <ChoiceField
        name={nameOf(at, 'kind', index)}
        at={`${at}/${index}/kind`}
        label={say(index === 0 ? 'resolutions.covers' : 'resolutions.alsoCovers')}
        defaultValue={first?.kind ?? 'none'}
        choices={[
          { value: 'none', label: say('resolutions.nothing') },
          ...KINDS.map((value) => ({ value, label: say(`resolutions.${value}`) })),
        ]}
        onChoose={(value) => onKind(kindOf(value))}
      />
      {kind === undefined ? null : kind === 'rule-set' ? (
        <WhichRules {...one} />
      ) : kind === 'fund-use' ? (
        <WhichFund {...one} />
      ) : kind === 'admission' ? (
        <TextField
          name={nameOf(at, 'member', index)}
          at={`${at}/${index}/member`}
          label={say('resolutions.whoseNumber')}
          hint={say('resolutions.whoseNumberHint')}
          required
        />
      ) : kind === 'certificate-value' ? (
        <WhichType {...one} />
      ) : kind === 'goods-scale' ? (
        <WhichGoods {...one} />
      ) : kind === 'work-scale' ? (
        <HowMuch {...one} label={say('resolutions.perHour')} />
      ) : (
        <WhichSeason {...one} />
      )}
    </div>
  );
}

/** Which season, and which shares of it where it is those. */
function WhichSeason({ at, index, kind, first }: One) {
  const { draftOf } = useForm();
  const name = nameOf(at, 'season', index);
  const [season, setSeason] = useState(draftOf(name) ?? first?.season ?? '');
  const seasons = useList('GET /api/profit-sharing/v1/seasons', {});
  const state = kind === 'run' ? 'proposed' : 'approved';
  return (
    <>
      <ChoiceField
        name={name}
        at={`${at}/${index}/season`}
        label={say('resolutions.season')}
        {...(season === '' ? {} : { defaultValue: season })}
        choices={(seasons.items ?? []).map(({ code, name: called }) => ({ value: code, label: called }))}
        onChoose={setSeason}
      />
      {(kind === 'run' || kind === 'run-reversal') && season !== '' ? (
        <WhichRun at={at} index={index} season={season} run={first?.fingerprint ?? ''} state={state} />
      ) : null}
    </>
  );
}

type Which = Pick<One, 'at' | 'index'> & {
  readonly season: string;
  readonly run: string;
  readonly state: 'proposed' | 'approved';
};

function WhichRun({ at, index, season, run, state }: Which) {
  const runs = useList('GET /api/profit-sharing/v1/runs', { query: { season, state } });
  const { timezone } = useWho().coop;
  if (runs.items?.length === 0)
    return <p>{say(state === 'approved' ? 'resolutions.noApprovedRun' : 'resolutions.noRun')}</p>;
  return (
    <ChoiceField
      name={nameOf(at, 'fingerprint', index)}
      at={`${at}/${index}/fingerprint`}
      label={say('resolutions.whichRun')}
      {...(run === '' ? {} : { defaultValue: run })}
      choices={(runs.items ?? []).map(({ fingerprint, result, pool, currency, calculatedAt }) => ({
        value: fingerprint,
        label: say('resolutions.runShown', {
          result: inMoney(result, currency),
          pool: inMoney(pool, currency),
          time: moment(calculatedAt, timezone),
        }),
      }))}
    />
  );
}

/** Which version of the co-op's own rules. */
function WhichRules({ at, index }: One) {
  const { draftOf } = useForm();
  const name = nameOf(at, 'rules', index);
  const [code, setCode] = useState(draftOf(name) ?? '');
  const sets = useList('GET /api/profit-sharing/v1/own-rule-sets', {});
  const set = useRead('GET /api/profit-sharing/v1/own-rule-sets/{code}', { path: { code } }, { when: code !== '' });
  const open = set.data?.value.written.filter(({ adopted }) => adopted === null);
  return (
    <>
      <ChoiceField
        name={name}
        at={`${at}/${index}/rules`}
        label={say('ownRules.whichSet')}
        choices={(sets.items ?? []).map((one) => ({ value: one.code, label: one.name }))}
        onChoose={setCode}
      />
      {open?.length === 0 ? <p>{say('ownRules.allAdopted')}</p> : null}
      {open === undefined || open.length === 0 ? null : (
        <ChoiceField
          name={nameOf(at, 'fingerprint', index)}
          at={`${at}/${index}/fingerprint`}
          label={say('ownRules.whichVersion')}
          choices={open.map(({ fingerprint, version, from }) => ({
            value: fingerprint,
            label: say('ownRules.version', { n: String(version), day: dayInWords(from) }),
          }))}
        />
      )}
    </>
  );
}

/** Which fund may be used, and how much of it. */
function WhichFund(one: One) {
  const { at, index, first } = one;
  const called = useFundNames();
  const funds = useWhole('GET /api/profit-sharing/v1/funds', {}).data?.value ?? [];
  return (
    <>
      <ChoiceField
        name={nameOf(at, 'fund', index)}
        at={`${at}/${index}/fund`}
        label={say('money.fund')}
        {...(first?.fund === undefined ? {} : { defaultValue: first.fund ?? '' })}
        choices={funds.map(({ code }) => ({ value: code, label: called(code) }))}
      />
      <HowMuch {...one} label={say('resolutions.howMuch')} />
    </>
  );
}

/** Of which type of certificates one is worth how much. */
function WhichType(one: One) {
  const { at, index, first } = one;
  const types = useWhole('GET /api/profit-sharing/v1/certificate-types', {}).data?.value ?? [];
  return (
    <>
      <ChoiceField
        name={nameOf(at, 'certificateType', index)}
        at={`${at}/${index}/certificateType`}
        label={say('debts.type')}
        {...(first?.certificateType === undefined ? {} : { defaultValue: first.certificateType ?? '' })}
        choices={types.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <HowMuch {...one} label={say('debts.valueEach')} />
    </>
  );
}

/** What one unit of which product counts for. */
function WhichGoods(one: One) {
  const { at, index, first } = one;
  return (
    <>
      <TextField
        name={nameOf(at, 'product', index)}
        at={`${at}/${index}/product`}
        label={say('resolutions.goods')}
        defaultValue={first?.product ?? ''}
        required
      />
      <TextField
        name={nameOf(at, 'unit', index)}
        at={`${at}/${index}/unit`}
        label={say('resolutions.goodsUnit')}
        hint={say('resolutions.goodsUnitHint')}
        defaultValue={first?.unit ?? ''}
        required
      />
      <HowMuch {...one} label={say('resolutions.perUnit')} />
    </>
  );
}

function HowMuch({ at, index, first, label }: One & { readonly label: string }) {
  const { places, currency } = useWho().coop;
  return (
    <AmountField
      name={nameOf(at, 'amount', index)}
      at={`${at}/${index}/amount`}
      label={label}
      unit={signOf(currency)}
      places={places}
      {...(first?.amount === undefined ? {} : { defaultValue: first.amount ?? '' })}
    />
  );
}
