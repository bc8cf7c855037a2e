import type { Day, Instant } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import { refuseDuplicates } from '@ayni/facts/record';
import { refuseShutSeason } from '@ayni/facts/season-door';
import { businessDay, type Coop } from '@ayni/reference-data/coops/coop-directory';

/**
 * Gives each row of a load the business day of its moment, which stands in `field`.
 * @throws Refusal `duplicate-code`, `day-in-future`, `season-closed` with the row's place
 */
export async function dateRows<
  Field extends string,
  Draft extends { readonly code: string } & { readonly [moment in Field]: Instant },
>(
  tx: Transaction,
  coop: Coop,
  drafts: readonly Draft[],
  field: Field,
): Promise<{ readonly draft: Draft; readonly day: Day }[]> {
  const pointerOf = (i: number): string => `/rows/${i}/${field}`;
  refuseDuplicates(drafts.map(({ code }) => code));
  const dated = drafts.map((draft, i) => ({ draft, day: businessDay(coop, draft[field], tx.now, pointerOf(i)) }));
  await refuseShutSeason(
    tx,
    dated.map(({ day }) => day),
    pointerOf,
  );
  return dated;
}
