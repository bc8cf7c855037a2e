import { CodeField, InstantField, TextField, YesNoField } from '@ayni/http/fields';
import { Listing } from '@ayni/http/listing';
import type { Instant } from '@ayni/kernel';

/** Whether somebody who is a member on the day of an assembly is there. */
export class AttendanceRow {
  @CodeField() member!: string;
  @TextField(401) name!: string;
  @CodeField() household!: string;
  @YesNoField() present!: boolean;
  @CodeField({ nullable: true, description: 'who wrote it down' }) recordedBy!: string | null;
  @InstantField({ nullable: true }) recordedAt!: Instant | null;
}

export const attendance = new Listing({
  row: AttendanceRow,
  name: 'attendance',
  from: `members m JOIN assemblies a ON a.coop_id = m.coop_id AND m.periods @> a.day
    LEFT JOIN attendance t ON t.coop_id = m.coop_id AND t.assembly = a.code AND t.member = m.number`,
  alias: 'm',
  columns: {
    member: 'm.number',
    name: 'm.name',
    household: 'm.household',
    present: 'COALESCE(t.present, false)',
    recordedBy: 't.recorded_by',
    recordedAt: 't.recorded_at',
  },
  order: ['m.number'],
  filters: { assembly: 'a.code' },
});
