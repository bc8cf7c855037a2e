import { statement } from '@ayni/database/statement';
import { weighBy } from './weigh.js';

/** Minutes of care, as production sums them for a season whose rules share by them. */
export const careMinutes = weighBy(
  statement(
    'weights by care',
    `SELECT t.member, t.minutes::bigint AS weight
     FROM care_totals t JOIN fiscal_seasons s ON s.coop_id = t.coop_id AND s.code = t.season
     WHERE t.coop_id = current_setting('app.coop')::uuid AND s.from_day = $1 AND s.until_day = $2`,
  ),
);
