import { CodeField, CountField, DayField, InstantField, ShownTextField, TextField } from '@ayni/http/fields';
import { Listing } from '@ayni/http/listing';
import type { Day, Instant } from '@ayni/kernel';

/** Rules of the co-op's own, with the version that was adopted last. */
export class OwnRuleSetRow {
  @CodeField() code!: string;
  @TextField(200) name!: string;
  @ShownTextField({ nullable: true, description: 'the shipped set that they were copied from' })
  copies!: string | null;
  @ShownTextField({ nullable: true, description: 'the law that they name, as it is called where it holds' })
  law!: string | null;
  @CountField({ description: 'how many versions were written' }) versions!: number;
  @CountField({ nullable: true, description: 'the version that was adopted last' }) adopted!: number | null;
  @DayField({ nullable: true, description: 'the first day on which that holds' }) from!: Day | null;
  @CodeField({ description: 'who began them' }) recordedBy!: string;
  @InstantField() recordedAt!: Instant;
}

/** The co-op's own rule sets. */
export const ownRuleSets = new Listing({
  row: OwnRuleSetRow,
  name: 'own rule sets',
  from: `own_rule_sets s LEFT JOIN LATERAL (
    SELECT version, from_day FROM rule_set_versions v JOIN rule_set_adoptions a USING (coop_id, rule_set, version)
    WHERE v.coop_id = s.coop_id AND v.rule_set = s.code ORDER BY from_day DESC LIMIT 1) l ON true`,
  alias: 's',
  columns: {
    code: 's.code',
    name: 's.name',
    copies: 's.copies',
    law: 's.law',
    versions: '(SELECT count(*)::int FROM rule_set_versions v WHERE v.coop_id = s.coop_id AND v.rule_set = s.code)',
    adopted: 'l.version',
    from: 'l.from_day',
    recordedBy: 's.recorded_by',
    recordedAt: 's.recorded_at',
  },
  order: ['s.code'],
  filters: { code: 's.code' },
});
