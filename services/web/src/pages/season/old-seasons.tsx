import type { Answer } from '../../api/route.js';
import { Downloads } from '../../design/downloads.js';
import { Page } from '../../design/page.js';
import { PasteLink } from '../../design/paste-link.js';
import { Reversible } from '../../design/reversal.js';
import { ShownList } from '../../design/shown.js';
import { Table } from '../../design/table.js';
import { useHouseholdNames } from '../../hooks/use-household-names.js';
import { useList } from '../../hooks/use-list.js';
import { holds, useWho } from '../../hooks/use-who.js';
import { dayInWords } from '../../words/dates.js';
import { inFigures, inMoney } from '../../words/money.js';
import { say } from '../../words/say.js';

type OldSeasonRow = Answer<'GET /api/profit-sharing/v1/old-seasons'>['items'][number];

/** Seasons before these books, as their papers say: brought from a spreadsheet, and worked out by nobody here. */
export default function OldSeasons() {
  const seasons = useList('GET /api/profit-sharing/v1/old-seasons', {});
  const mayBring = holds(useWho(), 'treasurer');
  return (
    <Page
      title={say('accounts.oldSeasons')}
      acts={
        <>
          <Downloads route="GET /api/profit-sharing/v1/old-seasons" sent={{}} />
          {mayBring ? <PasteLink what="gestiones-de-antes" /> : null}
        </>
      }
    >
      <p className="soft">{say('accounts.oldSeasonsText')}</p>
      <ShownList list={seasons} empty={<p>{say('accounts.noOldSeasons')}</p>}>
        {(rows) => rows.map((row) => <OldSeason key={row.code} season={row} />)}
      </ShownList>
    </Page>
  );
}

function OldSeason({ season }: { season: OldSeasonRow }) {
  const { code, firstDay, lastDay, result, pool, shared, owed, lines, reversal } = season;
  const { currency } = useWho().coop;
  const familyName = useHouseholdNames();
  const mayTakeBack = holds(useWho(), 'treasurer');
  const figures = [
    ...(result ? [say('accounts.oldResult', { amount: inMoney(result, currency) })] : []),
    ...(pool ? [say('accounts.oldPool', { amount: inMoney(pool, currency) })] : []),
    say('accounts.oldShared', { amount: inMoney(shared, currency) }),
    say('accounts.oldOwed', { amount: inMoney(owed, currency) }),
  ];
  return (
    <section className="stack small">
      <h2>{code}</h2>
      <p>{say('season.untilDay', { from: dayInWords(firstDay), to: dayInWords(lastDay) })}</p>
      <p>{figures.join(' ')}</p>
      <Table
        caption={code}
        rows={lines}
        keyOf={({ household }) => household}
        columns={[
          {
            head: say('members.family'),
            cell: ({ household }) => familyName(household),
            by: ({ household }) => familyName(household),
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
          {
            head: say('accounts.owedThen'),
            cell: (line) => inFigures(line.owed),
            by: (line) => line.owed,
            number: true,
          },
        ]}
      />
      {mayTakeBack || reversal !== null ? (
        <Reversible
          route="POST /api/profit-sharing/v1/old-seasons/{code}/reversal"
          name={code}
          reversal={reversal}
          sent={(body) => ({ path: { code }, body })}
        />
      ) : null}
    </section>
  );
}
