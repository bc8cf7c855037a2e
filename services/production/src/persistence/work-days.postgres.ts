import type { Day } from '@ayni/kernel';
import { lockEach } from '@ayni/database/lock-each';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { standing } from '@ayni/facts/standing';
import { WorkDaysPort } from '../domain/work-days.port.js';
import { WorkDays } from '../domain/work-days.js';

const readDays = statement(
  'work by member and day',
  `SELECT w.member, w.day, sum(w.minutes)::int AS minutes FROM work w
   WHERE w.coop_id = current_setting('app.coop')::uuid AND w.day = ANY($1::date[]) AND w.member = ANY($2::text[])
     AND ${standing('work', 'w')}
   GROUP BY w.member, w.day`,
);

export class PostgresWorkDays extends WorkDaysPort {
  async hold(tx: Transaction, work: readonly { readonly member: string; readonly day: Day }[]): Promise<WorkDays> {
    const members = [...new Set(work.map(({ member }) => member))];
    await lockEach(tx, 'member', members);
    const days = [...new Set(work.map(({ day }) => day))];
    return new WorkDays(await tx.query<{ member: string; day: Day; minutes: number }>(readDays, [days, members]));
  }
}
