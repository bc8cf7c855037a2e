import { ChoiceFilter, useFilter } from '../../design/filter.js';
import { Page } from '../../design/page.js';
import { holds, useWho } from '../../hooks/use-who.js';
import { say } from '../../words/say.js';
import { bankStatement, qrStatement } from './kinds/bank.js';
import { contributions } from './kinds/contributions.js';
import { care, harvests, work } from './kinds/field.js';
import { advances, certificates, expenses, loans, openingBalances } from './kinds/money.js';
import { households, members } from './kinds/register.js';
import { oldSeasons } from './kinds/season.js';
import { sales } from './kinds/sales.js';
import { deliveries, losses, products, units } from './kinds/store.js';

const KINDS = [
  ...[expenses, advances, loans, certificates, contributions, openingBalances, oldSeasons],
  ...[bankStatement, qrStatement],
  ...[households, members, products, units],
  ...[harvests, work, care, deliveries, losses, sales],
];

/** What people have in spreadsheets, brought into the books: seen first, tried, and taken whole or not at all. */
export default function Bring() {
  const who = useWho();
  const kinds = KINDS.map((kind) => kind(who.coop.timezone)).filter(({ roles }) => holds(who, ...roles));
  const [first] = kinds;
  const [asked, choose] = useFilter('que');
  const chosen = kinds.find(({ id }) => id === asked) ?? first;
  if (first === undefined || chosen === undefined) return null;
  return (
    <Page title={say('bring.title')}>
      <p>{say('bring.text')}</p>
      {chosen.note === undefined ? null : <p>{say(chosen.note)}</p>}
      <ChoiceFilter
        label={say('members.whatIsPasted')}
        value={chosen === first ? '' : chosen.id}
        onChoose={choose}
        none={say(first.label)}
        choices={kinds.filter((kind) => kind !== first).map(({ id, label }) => ({ value: id, label: say(label) }))}
      />
      {chosen.shown()}
    </Page>
  );
}
