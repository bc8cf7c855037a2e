import { useState } from 'react';
import { serverNow } from '../../api/server-time.js';
import { FactPage } from '../../design/fact-page.js';
import { TextField } from '../../design/field.js';
import { useWho } from '../../hooks/use-who.js';
import { dayIn, dayInShort } from '../../words/dates.js';
import { inMoney } from '../../words/money.js';
import { decimalOf, unitsOf } from '../../words/reckon.js';
import { say } from '../../words/say.js';
import { CountFields } from './count-fields.js';
import { countIn, piecesOf, type Counts } from './pieces.js';
import { TillParts } from './till-parts.js';

/** The cash as it was counted, note by note, and what was over or short of the books. */
export default function CashCounts() {
  const { currency, places, timezone } = useWho().coop;
  const pieces = piecesOf(currency, places);
  const [counts, setCounts] = useState<Counts>({});
  const [day, setDay] = useState(() => dayIn(timezone, serverNow()));
  const differenceOf = (counted: string, expected: string): string =>
    decimalOf((unitsOf(counted, places) ?? 0n) - (unitsOf(expected, places) ?? 0n), places);
  return (
    <FactPage
      path="/api/profit-sharing/v1/cash-counts"
      title={say('till.counts')}
      act={say('till.newCount')}
      empty={say('till.noCounts')}
      parts={<TillParts />}
      letter="AR"
      fields={[
        { name: 'countedOn', kind: 'day', label: say('till.countedOn'), onChoose: setDay },
        { name: 'reason', kind: 'text', label: say('till.why'), optional: true, asked: false },
      ]}
      columns={[
        {
          head: say('till.counted'),
          cell: ({ counted }) => inMoney(counted, currency),
          by: ({ counted }) => counted,
          number: true,
        },
        {
          head: say('till.inBooks'),
          cell: ({ expected }) => inMoney(expected, currency),
          by: ({ expected }) => expected,
          number: true,
        },
        {
          head: say('till.difference'),
          cell: ({ counted, expected }) => inMoney(differenceOf(counted, expected), currency),
          by: ({ counted, expected }) => differenceOf(counted, expected),
          number: true,
        },
      ]}
      row={(typed, code) => ({
        ...{ code, countedOn: typed.text('countedOn'), reason: typed.text('reason') },
        pieces: pieces.map((value) => ({ value, count: countIn(counts[value]) })).filter(({ count }) => count > 0),
      })}
      named={({ countedOn, counted }) => `${dayInShort(countedOn)}, ${inMoney(counted, currency)}`}
      send={say('till.saveCount')}
      beneath={
        <>
          <CountFields pieces={pieces} counts={counts} day={day} onCount={setCounts} />
          <TextField name="reason" at="/rows/0/reason" label={say('till.why')} />
        </>
      }
      onRecorded={() => setCounts({})}
    />
  );
}
