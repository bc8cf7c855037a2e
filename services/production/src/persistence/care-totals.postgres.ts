import { careTotalled } from '@ayni/contracts';
import { causeOf } from '@ayni/messaging/outbox/cause';
import { lockEach } from '@ayni/database/lock-each';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { standing } from '@ayni/facts/standing';
import { totalOf, type Total } from '@ayni/facts/totals';
import { CareTotalsPort, type CareDay } from '../domain/care-totals.port.js';

const sumDays = statement(
  'sum days of care',
  `INSERT INTO care_totals AS kept (coop_id, member, day, minutes, seq)
   SELECT current_setting('app.coop')::uuid, asked.member, asked.day, COALESCE((
     SELECT sum(c.minutes) FROM care c
     WHERE c.coop_id = current_setting('app.coop')::uuid AND c.member = asked.member AND c.day = asked.day
       AND ${standing('care', 'c')}), 0)::int, 1
   FROM unnest($1::text[], $2::date[]) AS asked (member, day)
   ON CONFLICT (coop_id, member, day) DO UPDATE SET minutes = excluded.minutes, seq = kept.seq + 1
   WHERE kept.minutes <> excluded.minutes OR kept.seq = 0
   RETURNING member, day, minutes, seq`,
);

const readUntold = statement(
  'untold days of care',
  `SELECT member, day FROM care_totals WHERE coop_id = current_setting('app.coop')::uuid AND seq = 0 ORDER BY day, member`,
);

type Summed = CareDay & { readonly minutes: number; readonly seq: number };

/** What members cared for by day, in PostgreSQL. */
export class PostgresCareTotals extends CareTotalsPort {
  async tell(tx: Transaction, days: readonly CareDay[]): Promise<void> {
    // an older release summed nothing: what it kept is told along
    const command = days[0]?.command;
    const untold = (await tx.query<CareDay>(readUntold)).map((day) => ({ ...day, command }));
    const each = new Map([...untold, ...days].map((changed) => [keyOf(changed), changed]));
    // of two who write of one day the second sums what the first wrote
    await lockEach(tx, 'care-total', [...each.keys()]);
    const asked = [...each.values()];
    const summed = await tx.query<Summed>(sumDays, [asked.map(({ member }) => member), asked.map(({ day }) => day)]);
    for (const { seq, ...total } of summed) {
      const command = each.get(keyOf(total))?.command;
      const cause = command && causeOf(command);
      tx.publish(careTotalled, `care-total/${total.day}/${total.member}`, seq, total, cause);
    }
  }
}

const keyOf = ({ member, day }: CareDay): string => `${day} ${member}`;

/** Days on which somebody cared for others, and the minutes. */
export const careTotals: Total<'care-total'> = totalOf(
  'care-total',
  'care_totals',
  { minutes: 'minutes' },
  'f.minutes > 0 AND f.seq > 0',
  'none',
);
