import { AmountField } from '../../design/amount-field.js';
import { ChoiceField, DayField, TextField, TimeField, type Choice } from '../../design/field.js';
import type { Typed } from '../../design/form.js';
import { useWhole } from '../../hooks/use-whole.js';
import { useMembers, useProducts, useStructures, useUnits } from '../../hooks/use-names.js';
import { holds, useWho } from '../../hooks/use-who.js';
import { dayIn, timeOfDay } from '../../words/dates.js';
import { instantOf } from '../../words/instant.js';
import type { Leaf } from '../../words/leaves.js';
import { signOf } from '../../words/money.js';
import { say, type PlainWord } from '../../words/say.js';
import { unitName } from '../../words/unit-name.js';

const PAYMENTS = ['cash', 'qr', 'credit'] as const;
/** What the values of records are called, by the names under which they are sent. */
const LABELS = new Map<string, PlainWord>([
  ['receipt', 'stall.receipt'],
  ['code', 'queue.code'],
  ['soldAt', 'stall.day'],
  ['harvestedAt', 'stall.day'],
  ['deliveredAt', 'stall.day'],
  ['lostAt', 'stall.day'],
  ['workedOn', 'stall.day'],
  ['market', 'stall.market'],
  ['payment', 'stall.payment'],
  ['structure', 'work.where'],
  ['member', 'work.member'],
  ['activity', 'work.activity'],
  ['minutes', 'queue.minutes'],
  ['product', 'stall.product'],
  ['quantity', 'stall.quantity'],
  ['unit', 'queue.unit'],
  ['unitPrice', 'queue.unitPrice'],
  ['homeUse', 'queue.homeUse'],
  ['reason', 'forms.reason'],
]);
const QUANTITY_PLACES = 3;
const isInstant = (name: string): boolean => name.endsWith('At');

/** A field for one value of a record, as its kind of value is entered. */
export function LeafField({ leaf: { pointer, name, value }, product }: { leaf: Leaf; product: string }) {
  const { coop } = useWho();
  const choices = useChoices(name, product);
  const word = LABELS.get(name);
  const label = word === undefined ? name : say(word);
  const shared = { name: pointer, at: pointer, label, defaultValue: value };
  if (isInstant(name))
    return (
      <>
        <DayField {...shared} name={`${pointer} day`} defaultValue={dayIn(coop.timezone, new Date(value))} />
        <TimeField
          {...{ name: `${pointer} time`, at: `${pointer}/time`, label: say('forms.time') }}
          defaultValue={timeOfDay(value, coop.timezone)}
        />
      </>
    );
  if (name.endsWith('On')) return <DayField {...shared} required />;
  if (name === 'quantity' || name === 'homeUse') return <AmountField {...shared} places={QUANTITY_PLACES} />;
  if (name === 'unitPrice') return <AmountField {...shared} places={coop.places} unit={signOf(coop.currency)} />;
  if (choices.some((choice) => choice.value === value)) return <ChoiceField {...shared} choices={choices} />;
  if (choices.length > 0)
    // what was sent is no longer to be had: another is to be chosen
    return <ChoiceField {...{ name: pointer, at: pointer, label, choices }} />;
  return <TextField {...shared} {...(name === 'minutes' ? { inputMode: 'numeric' } : {})} required />;
}

/** What was typed for a value. */
export function typedAt(typed: Typed, { pointer, name }: Leaf, timezone: string): string {
  return isInstant(name)
    ? instantOf(typed.text(`${pointer} day`), typed.text(`${pointer} time`), timezone)
    : typed.text(pointer);
}

/** What a value is one of; nothing where it is free, or where the lists cannot be had without a line. */
function useChoices(name: string, product: string): readonly Choice[] {
  const isManager = holds(useWho(), 'manager');
  const products = useProducts().rows;
  const markets = useWhole('GET /api/sales/v1/markets', {}, { when: name === 'market' }).data?.value ?? [];
  const units = useUnits(name === 'unit' ? product : '').names;
  const members = useMembers({ when: isManager && name === 'member' }).rows;
  const structures = useStructures({ when: isManager && name === 'structure' }).rows;
  const named = (rows: readonly { readonly code: string; readonly name: string }[]): readonly Choice[] =>
    rows.map(({ code, name: label }) => ({ value: code, label }));
  switch (name) {
    case 'product':
      return named(products);
    case 'market':
      return markets.filter(({ retiredOn }) => retiredOn === null).map(({ name: at }) => ({ value: at, label: at }));
    case 'unit':
      return units.map((unit) => ({ value: unit, label: unitName(unit) }));
    case 'member':
      return named(members);
    case 'structure':
      return named(structures);
    case 'payment':
      return PAYMENTS.map((payment) => ({ value: payment, label: say(`stall.${payment}`) }));
    default:
      return [];
  }
}
