import { useState } from 'react';
import { Link } from 'wouter';
import { serverNow } from '../../api/server-time.js';
import { Button } from '../../design/button.js';
import { Page } from '../../design/page.js';
import { Shown } from '../../design/shown.js';
import type { ItemOf } from '../../hooks/use-list.js';
import { useRead } from '../../hooks/use-read.js';
import { useWho } from '../../hooks/use-who.js';
import { dayIn, dayInFull, dayInShort, inHours, weekday } from '../../words/dates.js';
import { say } from '../../words/say.js';
import './words.js';
import { daysAfter, weekOf } from '../../words/week.js';

const WEEK = 7;

type Work = ItemOf<'GET /api/production/v1/work'>;

/** Her week as seven squares: how long she worked, and whether somebody has confirmed it. */
export default function MyWeek() {
  const { coop } = useWho();
  const [day, setDay] = useState(() => dayIn(coop.timezone, serverNow()));
  const days = weekOf(day);
  const [from = day] = days;
  const to = days.at(-1) ?? day;
  const week = useRead('GET /api/production/v1/work', { query: { from, to, limit: 999 } }, { kept: true });
  return (
    <Page
      title={say('own.weekTitle')}
      acts={
        <Link href="/mi-trabajo" className="button main">
          {say('own.noteWork')}
        </Link>
      }
    >
      <div className="row">
        <Button onClick={() => setDay(daysAfter(day, -WEEK))}>{say('own.weekBefore')}</Button>
        <Button onClick={() => setDay(daysAfter(day, WEEK))}>{say('own.weekAfter')}</Button>
      </div>
      <Shown read={week}>
        {({ items }) => <Week days={days} from={from} work={items.filter(({ reversal }) => reversal === null)} />}
      </Shown>
    </Page>
  );
}

function Week({ days, from, work }: { days: readonly string[]; from: string; work: readonly Work[] }) {
  const minutes = work.reduce((sum, one) => sum + one.minutes, 0);
  return (
    <>
      <p className="figure">{inHours(minutes)}</p>
      <p className="soft">
        {say('own.weekOf', { day: dayInShort(from) })}: {say('own.weekTotal', { hours: inHours(minutes) })}
      </p>
      <ol className="week">
        {days.map((one) => {
          const of = work.filter(({ workedOn }) => workedOn === one);
          const sum = of.reduce((total, record) => total + record.minutes, 0);
          const isOpen = of.some(({ confirmedBy }) => !confirmedBy);
          const state = sum === 0 ? 'free' : isOpen ? 'open' : 'confirmed';
          return (
            <li key={one} className={`week-day ${state}`} aria-label={dayInFull(one)}>
              <span aria-hidden="true">{weekday(one)}</span>
              <strong>{sum === 0 ? '–' : inHours(sum)}</strong>
              <small>{say(state === 'free' ? 'own.free' : isOpen ? 'own.unconfirmed' : 'own.confirmed')}</small>
            </li>
          );
        })}
      </ol>
    </>
  );
}
