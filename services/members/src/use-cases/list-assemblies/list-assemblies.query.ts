import { CodeField, CountField, DayField, InstantField, OneOfField, TextField, YesNoField } from '@ayni/http/fields';
import { Listing } from '@ayni/http/listing';
import type { Day, Instant } from '@ayni/kernel';
import { ASSEMBLY_STATES, type AssemblyState } from '../../domain/assembly.js';

/** An assembly among others. */
export class AssemblyRow {
  @CodeField() code!: string;
  @DayField() day!: Day;
  @InstantField() startsAt!: Instant;
  @TextField(200) place!: string;
  @DayField() calledOn!: Day;
  @YesNoField({ description: 'whether it was called with too few days of notice' }) late!: boolean;
  @OneOfField(ASSEMBLY_STATES) state!: AssemblyState;
  @OneOfField(['first', 'second'], { nullable: true, description: 'the call in which it had its quorum' })
  quorumCall!: 'first' | 'second' | null;
  @CountField({ nullable: true, description: 'how many members the quorum took' }) needed!: number | null;
  @CountField({ nullable: true, description: 'how many members there were when it was opened' })
  members!: number | null;
  @CountField({ nullable: true, description: 'how many of them were there when it was opened' })
  present!: number | null;
}

export const assemblies = new Listing({
  row: AssemblyRow,
  name: 'assemblies',
  from: 'assemblies a',
  alias: 'a',
  columns: {
    code: 'a.code',
    day: 'a.day',
    startsAt: 'a.starts_at',
    place: 'a.place',
    calledOn: 'a.called_on',
    late: 'a.late',
    state: 'a.state',
    quorumCall: 'a.quorum_call',
    needed: 'a.needed',
    members: 'a.members',
    present: 'a.present',
  },
  order: ['a.day', 'a.code'],
  day: 'a.day',
});
