import { fieldLabel, jsonOf } from '@ayni/kernel';
import { useMembers, useProducts, useStructures } from '../../hooks/use-names.js';
import { useWho } from '../../hooks/use-who.js';
import { activityName } from '../../words/activity.js';
import { dayInShort, moment } from '../../words/dates.js';
import { language } from '../../words/language.js';
import { leavesOf, type Leaf } from '../../words/leaves.js';
import { inFigures, inMoney } from '../../words/money.js';
import { unitName } from '../../words/unit-name.js';
import { wordOf } from '../../words/word-of.js';

/** Said at the head of the record. */
const ELSEWHERE = ['code', 'receipt'];

/** What a record says, as it was sent, value by value. @param sent as JSON text */
export function SentValues({ sent }: { sent: string }) {
  const inWords = useInWords();
  const leaves = leavesOf(jsonOf(sent)).filter(({ name }) => !ELSEWHERE.includes(name));
  return (
    <dl>
      {leaves.map((leaf) => (
        <div key={leaf.pointer} className="pair">
          <dt>{inFront(fieldLabel(leaf.name, language()))}</dt>
          <dd>{inWords(leaf)}</dd>
        </div>
      ))}
    </dl>
  );
}

const inFront = (label: string): string => label.charAt(0).toUpperCase() + label.slice(1);

function useInWords(): (leaf: Leaf) => string {
  const { timezone, currency } = useWho().coop;
  const products = useProducts();
  const members = useMembers();
  const structures = useStructures();
  return ({ name, value }) => {
    if (name.endsWith('At')) return moment(value, timezone);
    if (name.endsWith('On')) return dayInShort(value);
    switch (name) {
      case 'product':
        return products.nameOf(value);
      case 'member':
        return members.nameOf(value);
      case 'structure':
        return structures.nameOf(value);
      case 'unit':
        return unitName(value);
      case 'payment':
        return wordOf('payment', value);
      case 'activity':
        return activityName(value);
      case 'quantity':
        return inFigures(value);
      case 'unitPrice':
        return inMoney(value, currency);
      default:
        return value;
    }
  };
}
