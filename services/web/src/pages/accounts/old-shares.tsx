import { Table } from '../../design/table.js';
import { useWhole } from '../../hooks/use-whole.js';
import { dayInShort, inHours } from '../../words/dates.js';
import { inFigures } from '../../words/money.js';
import { say } from '../../words/say.js';

/** What seasons before these books gave a family; nothing where none is known. */
export function OldShares({ household }: { household: string }) {
  const sent = { path: { code: household } };
  const items = useWhole('GET /api/profit-sharing/v1/accounts/households/{code}/old-seasons', sent).data?.value ?? [];
  if (items.length === 0) return null;
  return (
    <section className="stack small">
      <h2>{say('accounts.oldSeasons')}</h2>
      <p className="soft">{say('accounts.oldSeasonsText')}</p>
      <Table
        caption={say('accounts.oldSeasons')}
        rows={items}
        keyOf={({ code }) => code}
        columns={[
          { head: say('season.season'), cell: ({ code }) => code, by: ({ code }) => code },
          { head: say('forms.from'), cell: ({ firstDay }) => dayInShort(firstDay), by: ({ firstDay }) => firstDay },
          { head: say('forms.to'), cell: ({ lastDay }) => dayInShort(lastDay), by: ({ lastDay }) => lastDay },
          {
            head: say('accounts.worked'),
            cell: ({ workMinutes }) => (workMinutes === null ? '–' : inHours(workMinutes)),
            by: ({ workMinutes }) => workMinutes,
            number: true,
          },
          {
            head: say('accounts.delivered'),
            cell: ({ valueDelivered }) => known(valueDelivered),
            by: ({ valueDelivered }) => valueDelivered,
            number: true,
          },
          {
            head: say('accounts.share'),
            cell: ({ share }) => inFigures(share),
            by: ({ share }) => share,
            number: true,
          },
          {
            head: say('accounts.paidBefore'),
            cell: ({ paid }) => inFigures(paid),
            by: ({ paid }) => paid,
            number: true,
          },
          { head: say('accounts.owedThen'), cell: ({ owed }) => inFigures(owed), by: ({ owed }) => owed, number: true },
        ]}
      />
    </section>
  );
}

const known = (amount: string | null): string => (amount === null ? '–' : inFigures(amount));
