import { InstantField, ShownTextField, WholeField } from '@ayni/http/fields';
import { Listing } from '@ayni/http/listing';
import type { Instant } from '@ayni/kernel';

/** Sign-ins of a minute that were refused. */
export class RefusedSignInRow {
  @InstantField() minute!: Instant;
  @ShownTextField({ description: 'the user; empty where nobody has the name that was typed' }) user!: string;
  @ShownTextField({ description: 'the address that they came from' }) source!: string;
  @WholeField(1, 2_147_483_647) count!: number;
}

export const refusedSignIns = new Listing({
  row: RefusedSignInRow,
  name: 'refused sign-ins',
  from: 'refused_sign_ins r JOIN coops c ON c.coop_id = r.coop_id',
  alias: 'r',
  columns: { minute: 'r.minute', user: 'r.user_name', source: 'r.source', count: 'r.count' },
  order: ['r.minute', 'r.user_name', 'r.source'],
  day: '(r.minute AT TIME ZONE c.timezone)::date',
});
