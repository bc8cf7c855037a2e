import { Link } from 'wouter';
import { serverNow } from '../../api/server-time.js';
import { Page } from '../../design/page.js';
import { useNews } from '../../hooks/use-news.js';
import { useWho } from '../../hooks/use-who.js';
import { dayIn, dayInFull } from '../../words/dates.js';
import { say } from '../../words/say.js';
import { DeliveriesOfToday, LotsThatExpire, Shortages } from './store-due.js';
import { WorkToConfirm } from './work-to-confirm.js';

const WORK = 'ayni.production.work-confirmed.v1,ayni.production.work-reversed.v1';

/** What is due today. Each part stands by itself: where one service is away, the others still show theirs. */
export default function Today() {
  const { timezone } = useWho().coop;
  const today = dayIn(timezone, serverNow());
  // another may confirm it meanwhile
  useNews('production', WORK);
  return (
    <Page
      title={say('today.title')}
      acts={
        <>
          <Link href="/cosechas/nueva" className="button">
            {say('harvests.note')}
          </Link>
          <Link href="/trabajo/planilla" className="button">
            {say('work.sheet')}
          </Link>
          <Link href="/almacen/entregas/nueva" className="button">
            {say('stock.noteDelivery')}
          </Link>
        </>
      }
    >
      <p>{dayInFull(today)}</p>
      <LotsThatExpire today={today} />
      <Shortages />
      <DeliveriesOfToday today={today} />
      <WorkToConfirm />
    </Page>
  );
}
