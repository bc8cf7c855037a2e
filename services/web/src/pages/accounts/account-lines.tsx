import { Link } from 'wouter';
import type { Answer } from '../../api/route.js';
import { ShownList } from '../../design/shown.js';
import { Pill } from '../../design/notice.js';
import { Table } from '../../design/table.js';
import type { List } from '../../hooks/use-list.js';
import { dayInShort } from '../../words/dates.js';
import { inFigures } from '../../words/money.js';
import { say } from '../../words/say.js';
import { documentWord, wordOf } from '../../words/word-of.js';
import { Balance } from './balance.js';

export type AccountLine = Answer<'GET /api/profit-sharing/v1/accounts/members/{number}'>['items'][number];

/** An account line by line: what it was, whose, and what is left with it. */
export function AccountLines({
  list,
  caption,
  nameOf,
  paperOf,
}: {
  list: List<AccountLine>;
  caption: string;
  /** What a member or a family is called; lines of one alone name nobody. */
  nameOf?: (code: string) => string;
  /** Where the paper behind a line is looked at. */
  paperOf: (line: AccountLine) => string | undefined;
}) {
  return (
    <ShownList list={list} empty={<p>{say('accounts.noLines')}</p>}>
      {(lines) => (
        <Table
          caption={caption}
          rows={lines}
          keyOf={({ source, code, posting, line }) => `${source} ${code} ${posting} ${line}`}
          columns={[
            { head: say('ledger.day'), cell: ({ day }) => dayInShort(day), by: ({ day }) => day },
            { head: say('accounts.paper'), cell: (line) => <Paper line={line} at={paperOf(line)} />, by: paperName },
            ...(nameOf === undefined
              ? []
              : [
                  {
                    head: say('ledger.party'),
                    cell: ({ party }: AccountLine) => nameOf(party),
                    by: ({ party }: AccountLine) => nameOf(party),
                  },
                ]),
            {
              head: say('accounts.debit'),
              cell: ({ debit }) => amountOrNone(debit),
              by: ({ debit }) => debit,
              number: true,
            },
            {
              head: say('accounts.creditSide'),
              cell: ({ credit }) => amountOrNone(credit),
              by: ({ credit }) => credit,
              number: true,
            },
            {
              head: say('accounts.left'),
              cell: ({ account, left }) => `${wordOf('account', account)}: ${inFigures(left)}`,
            },
            {
              head: say('accounts.balance'),
              cell: ({ balance }) => <Balance amount={balance} />,
              number: true,
            },
          ]}
        />
      )}
    </ShownList>
  );
}

const amountOrNone = (amount: string): string => (/[1-9]/.test(amount) ? inFigures(amount) : '–');

const paperName = ({ source, code, season }: AccountLine): string =>
  source === 'run' ? say('accounts.run', { season: season ?? '' }) : `${documentWord(source)} ${code}`;

function Paper({ line, at }: { line: AccountLine; at: string | undefined }) {
  const name = paperName(line);
  return (
    <span className="row">
      {at === undefined ? name : <Link href={at}>{name}</Link>}
      {line.posting === 'reversal' ? <Pill kind="refused">{say('ledger.reversal')}</Pill> : null}
    </span>
  );
}

/** The page on which officers see each kind of document. */
const PAGES: Readonly<Partial<Record<AccountLine['source'], string>>> = {
  'old-season': '/gestion/de-antes',
  advance: '/anticipos/anticipos',
  loan: '/anticipos/prestamos',
  fine: '/anticipos/multas',
  repayment: '/anticipos/devoluciones',
  certificate: '/anticipos/certificados',
  'certificate-withdrawal': '/anticipos/certificados/devueltos',
  'certificate-transfer': '/anticipos/certificados/transferidos',
  contribution: '/anticipos/certificados/aportados',
};

/** Where an officer looks at the paper behind a line: the statement of a run, the page of a fact. */
export function paperForOfficers({ source, code }: AccountLine, household: string): string | undefined {
  if (source !== 'run') return PAGES[source];
  return `/reparto/${encodeURIComponent(code)}/familias/${encodeURIComponent(household)}`;
}
