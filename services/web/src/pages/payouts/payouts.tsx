import { Link, useParams } from 'wouter';
import { Page } from '../../design/page.js';
import { Shown, ShownList } from '../../design/shown.js';
import { useList } from '../../hooks/use-list.js';
import { useRead } from '../../hooks/use-read.js';
import { holds, useWho } from '../../hooks/use-who.js';
import { say } from '../../words/say.js';
import { BankTemplate } from './bank-template.js';
import { PlanForm } from './plan-form.js';
import { PayoutCard } from './payout-card.js';

/** The rounds in which families are paid what they are owed of a run: planned, confirmed by another person, paid. */
export default function Payouts() {
  const { id = '' } = useParams();
  const run = useRead('GET /api/profit-sharing/v1/runs/{id}', { path: { id } });
  return <Shown read={run}>{({ season }) => <OfRun run={id} season={season} />}</Shown>;
}

function OfRun({ run, season }: { run: string; season: string }) {
  const payouts = useList('GET /api/profit-sharing/v1/payouts', { query: { run } });
  const isTreasurer = holds(useWho(), 'treasurer');
  const isOpen = payouts.items?.some(
    ({ state, households, paidHouseholds }) =>
      state === 'planned' || (state === 'confirmed' && paidHouseholds < households),
  );
  return (
    <Page
      title={say('payouts.title', { season })}
      acts={
        <Link href={`/reparto/${run}`} className="button plain">
          {say('payouts.toRun')}
        </Link>
      }
    >
      <p className="soft">{say('payouts.text')}</p>
      {isTreasurer && isOpen === false ? <PlanForm run={run} planned={payouts.items?.length ?? 0} /> : null}
      <ShownList list={payouts} empty={<p>{say('payouts.none')}</p>}>
        {(items) => (
          <div className="stack">
            {[...items].reverse().map((payout) => (
              <PayoutCard key={payout.code} payout={payout} />
            ))}
          </div>
        )}
      </ShownList>
      {isTreasurer ? (
        <>
          <Link href="/reparto/no-cobrado">{say('payouts.unclaimed')}</Link>
          <BankTemplate />
        </>
      ) : null}
    </Page>
  );
}
