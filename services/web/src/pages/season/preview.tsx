import { useParams } from 'wouter';
import { outcomeOf } from '../../api/outcome.js';
import { Notice } from '../../design/notice.js';
import { Page } from '../../design/page.js';
import { Shown } from '../../design/shown.js';
import { Table } from '../../design/table.js';
import { useHouseholdNames } from '../../hooks/use-household-names.js';
import { useRead } from '../../hooks/use-read.js';
import { useWho } from '../../hooks/use-who.js';
import { moment } from '../../words/dates.js';
import { inMoney } from '../../words/money.js';
import { say } from '../../words/say.js';
import { UnfinishedList } from './unfinished.js';

/** What each family would get by the books of this moment: to be looked at, not to be paid. */
export default function Preview() {
  const { code = '' } = useParams();
  const preview = useRead('GET /api/profit-sharing/v1/seasons/{code}/preview', { path: { code } });
  const nameOf = useHouseholdNames();
  const { currency, timezone } = useWho().coop;
  return (
    <Page title={say('season.preview')}>
      <Notice kind="waiting">
        <p>{say('season.previewText')}</p>
      </Notice>
      <Shown read={preview}>
        {({ outcome, unshared, unfinished, asOf }) => {
          if (outcome === null)
            return (
              <>
                <Notice kind="waiting" title={say('season.unsharedTitle')}>
                  <p>{say('season.unsharedText', { detail: unshared ?? '' })}</p>
                </Notice>
                <UnfinishedList things={unfinished} />
              </>
            );
          const { households, totals, pool, result } = outcomeOf(outcome);
          return (
            <>
              <p className="soft">{say('season.previewAt', { time: moment(asOf, timezone) })}</p>
              <dl className="card">
                <div className="pair">
                  <dt>{say('season.result')}</dt>
                  <dd className="number">{inMoney(result, currency)}</dd>
                </div>
                <div className="pair">
                  <dt>{say('season.pool')}</dt>
                  <dd className="number">
                    <strong>{inMoney(pool, currency)}</strong>
                  </dd>
                </div>
              </dl>
              <h2>{say('season.families')}</h2>
              <Table
                caption={say('season.families')}
                rows={households}
                keyOf={({ household }) => household}
                columns={[
                  {
                    head: say('season.family'),
                    cell: ({ household }) => nameOf(household),
                    by: ({ household }) => nameOf(household),
                  },
                  {
                    head: say('season.wouldGet'),
                    cell: ({ net }) => inMoney(net, currency),
                    by: ({ net }) => net,
                    number: true,
                  },
                  {
                    head: say('season.inCoins'),
                    cell: ({ paid }) => inMoney(paid, currency),
                    by: ({ paid }) => paid,
                    number: true,
                  },
                  {
                    head: say('season.keeps'),
                    cell: ({ carried }) => inMoney(carried, currency),
                    by: ({ carried }) => carried,
                    number: true,
                  },
                ]}
                foot={[
                  say('season.total'),
                  inMoney(totals.net, currency),
                  inMoney(totals.paid, currency),
                  inMoney(totals.carried, currency),
                ]}
              />
            </>
          );
        }}
      </Shown>
    </Page>
  );
}
