import { Link } from 'wouter';
import type { Answer } from '../../api/route.js';
import { Pill } from '../../design/notice.js';
import { Table } from '../../design/table.js';
import { useWho } from '../../hooks/use-who.js';
import { dayInShort, inHours } from '../../words/dates.js';
import { inFigures, inMoney } from '../../words/money.js';
import { say, type PlainWord } from '../../words/say.js';

export type Unfinished = Answer<'GET /api/profit-sharing/v1/seasons/{code}/preview'>['unfinished'][number];

type SeasonWord = Extract<PlainWord, `season.${string}`>;
type Kind = { readonly title: SeasonWord; readonly text: SeasonWord; readonly at?: string };

/** What each kind is called, and the page on which it is settled. */
const KINDS = new Map<string, Kind>(
  Object.entries({
    'unconfirmed-work': { title: 'season.unconfirmed-work', text: 'season.unconfirmed-work-text', at: '/trabajo' },
    'one-person-work': { title: 'season.one-person-work', text: 'season.one-person-work-text', at: '/trabajo' },
    'work-after-leaving': {
      title: 'season.work-after-leaving',
      text: 'season.work-after-leaving-text',
      at: '/trabajo',
    },
    shortage: { title: 'season.shortage', text: 'season.shortage-text', at: '/almacen' },
    'uncollected-credit': {
      title: 'season.uncollected-credit',
      text: 'season.uncollected-credit-text',
      at: '/ventas?pago=credit',
    },
    'prefinanced-grant': {
      title: 'season.prefinanced-grant',
      text: 'season.prefinanced-grant-text',
      at: '/gastos/donaciones',
    },
    'overspent-grant': {
      title: 'season.overspent-grant',
      text: 'season.overspent-grant-text',
      at: '/gastos/donaciones',
    },
    'no-season': { title: 'season.no-season', text: 'season.no-season-text' },
    'parked-events': { title: 'season.parked-events', text: 'season.parked-events-text' },
    'waiting-events': { title: 'season.waiting-events', text: 'season.waiting-events-text' },
    'basis-without-entries': { title: 'season.basis-without-entries', text: 'season.basis-without-entries-text' },
    'shares-refused': { title: 'season.shares-refused', text: 'season.shares-refused-text' },
  } satisfies Record<string, Kind>),
);
const OTHER: Kind = { title: 'season.other', text: 'season.otherText' };
/** Pages of the manager alone: where another person is sent, she would find nothing. */
const OF_MANAGER = ['/trabajo', '/almacen'];

/** What is still to be settled of a season, by its kind: what it is, whether it may stay, and where it is settled. */
export function UnfinishedList({ things }: { things: readonly Unfinished[] }) {
  const kinds = [...new Set(things.map(({ kind }) => kind))];
  return (
    <ul className="stack">
      {kinds.map((kind) => (
        <UnfinishedKind key={kind} kind={KINDS.get(kind) ?? OTHER} things={things.filter((one) => one.kind === kind)} />
      ))}
    </ul>
  );
}

function UnfinishedKind({ kind: { title, text, at }, things }: { kind: Kind; things: readonly Unfinished[] }) {
  const { roles, coop } = useWho();
  const stays = things[0]?.mayStay ?? 'listed';
  const canGo = at !== undefined && (!OF_MANAGER.includes(at) || roles.includes('manager'));
  return (
    <li className="card stack small">
      <div className="row ends">
        <h3>{say(title)}</h3>
        <Pill kind={stays === 'never' ? 'refused' : stays === 'with-reason' ? 'waiting' : 'plain'}>
          {say(stays === 'never' ? 'season.never' : stays === 'with-reason' ? 'season.mayStay' : 'season.listedOnly')}
        </Pill>
      </div>
      <p className="soft">{say(text)}</p>
      <details>
        <summary>{say('season.seeRows', { n: things.length })}</summary>
        <Table
          caption={say(title)}
          rows={things}
          keyOf={({ service, of, day }) => `${service} ${of} ${day ?? ''}`}
          columns={[
            { head: say('season.of'), cell: ({ of }) => of, by: ({ of }) => of },
            { head: say('season.day'), cell: ({ day }) => (day === null ? '' : dayInShort(day)), by: ({ day }) => day },
            {
              head: say('season.records'),
              cell: ({ records }) => inFigures(String(records)),
              by: ({ records }) => records,
              number: true,
            },
            { head: say('season.sum'), cell: (thing) => sumOf(thing, coop.currency), number: true },
          ]}
        />
      </details>
      {canGo ? (
        <div>
          <Link href={at} className="button plain">
            {say('season.settle')}
          </Link>
        </div>
      ) : null}
    </li>
  );
}

function sumOf({ sum, unit, kind }: Unfinished, currency: string): string {
  if (unit === 'min') return inHours(Number(sum));
  if (unit === 'g') return say('season.grams', { n: inFigures(sum) });
  if (unit === 'piece') return say('season.pieces', { n: inFigures(sum) });
  return /credit|grant|shares|basis/.test(kind) ? inMoney(sum, currency) : '';
}
