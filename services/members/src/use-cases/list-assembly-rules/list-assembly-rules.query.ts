import { CodeField, InstantField, OneOfField, WholeField } from '@ayni/http/fields';
import { Listing } from '@ayni/http/listing';
import type { Instant } from '@ayni/kernel';
import {
  ADMISSIONS,
  ITEM_KINDS,
  LATE_CALLS,
  TWO_THIRDS_OF,
  type AssemblyRules,
  type ItemKind,
} from '../../domain/assembly-rules.js';

/** How assemblies are held, as fields; asked and answered alike. */
export class AssemblyRulesFields implements AssemblyRules {
  @WholeField(0, 365, { description: 'days from the call to the assembly, at least' }) noticeDays!: number;
  @OneOfField(LATE_CALLS, { description: 'what becomes of a call with fewer days' })
  lateCall!: AssemblyRules['lateCall'];
  @WholeField(0, 100, { description: 'in the first call more than so many of a hundred members are needed' })
  firstQuorumPercent!: number;
  @WholeField(0, 1_440, { description: 'minutes from the hour of the first call to the second one' })
  secondCallMinutes!: number;
  @WholeField(1, 1_000_000, { description: 'how many members are enough in the second call' }) secondQuorum!: number;
  @OneOfField(ITEM_KINDS, { each: true, description: 'what takes two thirds; all else the simple majority' })
  twoThirds!: ItemKind[];
  @OneOfField(TWO_THIRDS_OF, { description: 'of whom: of those present, or of the votes for and against' })
  twoThirdsOf!: AssemblyRules['twoThirdsOf'];
  @OneOfField(ADMISSIONS, { description: 'whether somebody becomes a member only by a resolution' })
  admission!: AssemblyRules['admission'];
}

/** A version of the rules, and who brought it in. */
export class AssemblyRulesRow extends AssemblyRulesFields {
  @WholeField(1, 1_000_000) version!: number;
  @CodeField({ nullable: true, description: 'by which it was adopted' }) resolution!: string | null;
  @CodeField() recordedBy!: string;
  @InstantField() recordedAt!: Instant;
}

const text = (field: keyof AssemblyRules): string => `r.rules->>'${field}'`;
const whole = (field: keyof AssemblyRules): string => `(${text(field)})::int`;

export const assemblyRules = new Listing({
  row: AssemblyRulesRow,
  name: 'assembly rules',
  from: 'assembly_rules r',
  alias: 'r',
  columns: {
    version: 'r.version',
    noticeDays: whole('noticeDays'),
    lateCall: text('lateCall'),
    firstQuorumPercent: whole('firstQuorumPercent'),
    secondCallMinutes: whole('secondCallMinutes'),
    secondQuorum: whole('secondQuorum'),
    twoThirds: `r.rules->'twoThirds'`,
    twoThirdsOf: text('twoThirdsOf'),
    admission: text('admission'),
    resolution: 'r.resolution',
    recordedBy: 'r.recorded_by',
    recordedAt: 'r.recorded_at',
  },
  order: ['r.version'],
});
