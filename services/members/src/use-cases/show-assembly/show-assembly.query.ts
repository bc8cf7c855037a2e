import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import {
  CodeField,
  CountField,
  InstantField,
  OneOfField,
  PartField,
  ShownListField,
  TextField,
  WholeField,
  YesNoField,
} from '@ayni/http/fields';
import { found, Refusal, type Instant } from '@ayni/kernel';
import { ITEM_STATES, type AgendaItem, type ItemState } from '../../domain/assembly.js';
import { ITEM_KINDS, type AssemblyRules, type ItemKind } from '../../domain/assembly-rules.js';
import { BALLOTS, CHOICES, type Ballot, type Choice } from '../../domain/ballot.js';
import type { Covered } from '../../domain/resolution.js';
import { AssemblyRow } from '../list-assemblies/list-assemblies.query.js';
import { AssemblyRulesFields } from '../list-assembly-rules/list-assembly-rules.query.js';
import { CoveredThing } from '../list-resolutions/list-resolutions.query.js';

class ItemAnswer implements AgendaItem {
  @WholeField(1, 1_000) number!: number;
  @OneOfField(ITEM_KINDS) kind!: ItemKind;
  @TextField(500) subject!: string;
  @ShownListField(() => CoveredThing, { description: 'what the motion decides in the system' })
  covers!: readonly Covered[];
  @OneOfField(ITEM_STATES) state!: ItemState;
  @OneOfField(BALLOTS, { nullable: true }) ballot!: Ballot | null;
  @CountField({ nullable: true, description: 'null until the vote has ended' }) votesFor!: number | null;
  @CountField({ nullable: true }) votesAgainst!: number | null;
  @CountField({ nullable: true }) abstentions!: number | null;
  @CountField({ description: 'how many have voted so far in an open ballot, or counted in a secret one' })
  given!: number;
  @OneOfField(CHOICES, { nullable: true, description: 'how who asks voted, where that was in an open ballot' })
  ownVote!: Choice | null;
  @CodeField({ nullable: true, description: 'who wrote that vote down for her; null where she gave it herself' })
  ownVoteWrittenBy!: string | null;
  @CodeField({ nullable: true, description: 'of the resolution that it became' }) resolution!: string | null;
}

/** An assembly with its agenda, and what came of it. */
export class AssemblyAnswer extends AssemblyRow {
  @PartField(() => AssemblyRulesFields, { description: 'that held when it was called' }) rules!: AssemblyRules;
  @CountField({ description: 'how many members the co-op has on its day' }) membersOfDay!: number;
  @CountField({ description: 'how many of them are there' }) presentNow!: number;
  @YesNoField({ description: 'whether who asks is there' }) here!: boolean;
  @InstantField({ nullable: true }) openedAt!: Instant | null;
  @CodeField({ nullable: true }) openedBy!: string | null;
  @InstantField({ nullable: true }) closedAt!: Instant | null;
  @CodeField({ nullable: true }) closedBy!: string | null;
  @TextField(500, { nullable: true, description: 'why it was not held' }) cancelledReason!: string | null;
  @CodeField({ description: 'who called it' }) recordedBy!: string;
  @InstantField() recordedAt!: Instant;
  @ShownListField(() => ItemAnswer) agenda!: readonly ItemAnswer[];
}

const show = statement(
  'show assembly',
  `SELECT a.code, a.day, a.starts_at AS "startsAt", a.place, a.called_on AS "calledOn", a.late, a.state,
     a.quorum_call AS "quorumCall", a.needed, a.members, a.present, a.rules, a.opened_at AS "openedAt",
     a.opened_by AS "openedBy", a.closed_at AS "closedAt", a.closed_by AS "closedBy",
     a.cancelled_reason AS "cancelledReason", a.recorded_by AS "recordedBy", a.recorded_at AS "recordedAt",
     (SELECT count(*)::int FROM members m WHERE m.coop_id = a.coop_id AND m.periods @> a.day) AS "membersOfDay",
     (SELECT count(*)::int FROM attendance t WHERE t.coop_id = a.coop_id AND t.assembly = a.code AND t.present)
       AS "presentNow",
     EXISTS (SELECT FROM attendance t WHERE t.coop_id = a.coop_id AND t.assembly = a.code AND t.member = $2 AND t.present)
       AS here
   FROM assemblies a WHERE a.coop_id = current_setting('app.coop')::uuid AND a.code = $1`,
);
const showItems = statement(
  'show items of assembly',
  `SELECT i.number, i.kind, i.subject, i.covers, i.state, i.ballot, i.votes_for AS "votesFor",
     i.votes_against AS "votesAgainst", i.abstentions, i.resolution,
     CASE i.ballot
       WHEN 'open' THEN (SELECT count(*)::int FROM votes v WHERE v.coop_id = i.coop_id AND v.assembly = i.assembly
                         AND v.item = i.number AND v.withdrawn_at IS NULL)
       ELSE (SELECT count(*)::int FROM ballot_counts c WHERE c.coop_id = i.coop_id AND c.assembly = i.assembly
             AND c.item = i.number)
     END AS given,
     o.choice AS "ownVote", CASE WHEN NOT o.own THEN o.recorded_by END AS "ownVoteWrittenBy"
   FROM assembly_items i LEFT JOIN votes o ON o.coop_id = i.coop_id AND o.assembly = i.assembly AND o.item = i.number
     AND o.member = $2 AND o.withdrawn_at IS NULL
   WHERE i.coop_id = current_setting('app.coop')::uuid AND i.assembly = $1 ORDER BY i.number`,
);

/** Shows an assembly to somebody. */
export class ShowAssembly {
  /**
   * @param member who asks, where she is a member
   * @throws Refusal `not-found`
   */
  async run(tx: Transaction, code: string, member: string | null): Promise<AssemblyAnswer> {
    const [assembly] = await tx.query<Omit<AssemblyAnswer, 'agenda'>>(show, [code, member]);
    const agenda = await tx.query<ItemAnswer>(showItems, [code, member]);
    return { ...found(assembly, 'assembly', code), agenda };
  }

  /**
   * That somebody may see who was there and how they voted: officers, and whoever was there herself.
   * @throws Refusal `not-found`, `not-yours`
   */
  async checkSees(
    tx: Transaction,
    code: string,
    { isOfficer, member }: { readonly isOfficer: boolean; readonly member: string | null },
  ): Promise<void> {
    const { here } = await this.run(tx, code, member);
    if (!isOfficer && !here) throw new Refusal('not-yours');
  }
}
