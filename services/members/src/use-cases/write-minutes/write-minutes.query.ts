import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import type { MinutedCoop, MinutedVote, Minutes } from '@ayni/paper/minuted';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { ShowAssembly } from '../show-assembly/show-assembly.query.js';

const readPresent = statement(
  'who was present',
  `SELECT m.number AS member, m.name FROM attendance t JOIN members m ON m.coop_id = t.coop_id AND m.number = t.member
   WHERE t.coop_id = current_setting('app.coop')::uuid AND t.assembly = $1 AND t.present ORDER BY m.number COLLATE "C"`,
);
const readVotes = statement(
  'votes of minutes',
  `SELECT v.item, m.name, v.choice, v.own, v.recorded_by AS "recordedBy", v.withdrawn_by AS "withdrawnBy",
     v.withdrawn_reason AS withdrawn
   FROM votes v JOIN members m ON m.coop_id = v.coop_id AND m.number = v.member
   WHERE v.coop_id = current_setting('app.coop')::uuid AND v.assembly = $1
   ORDER BY v.item, v.member COLLATE "C", v.nth`,
);

/** Writes down what an assembly did. */
export class WriteMinutes {
  constructor(
    private readonly coops: CoopDirectory,
    private readonly assemblies: ShowAssembly,
  ) {}

  /**
   * @param asker who asks: officers, and whoever was there herself, may have them
   * @throws Refusal `not-found`, `not-yours`
   */
  async run(
    tx: Transaction,
    code: string,
    asker: { readonly isOfficer: boolean; readonly member: string | null },
  ): Promise<{ readonly minutes: Minutes; readonly coop: MinutedCoop }> {
    await this.assemblies.checkSees(tx, code, asker);
    const assembly = await this.assemblies.run(tx, code, null);
    const { day, place, startsAt, calledOn, late, quorumCall, needed, members, present, openedAt, closedAt } = assembly;
    const minutes = {
      ...{ code: assembly.code, day, place, startsAt, calledOn, late },
      ...{ quorumCall, needed, members, present, openedAt, closedAt },
      agenda: assembly.agenda.map(
        ({ number, subject, state, votesFor, votesAgainst, abstentions, resolution, covers }) => ({
          ...{ number, subject, state, votesFor, votesAgainst, abstentions, resolution, covers },
        }),
      ),
      attendance: await tx.query<Minutes['attendance'][number]>(readPresent, [code]),
      votes: await tx.query<MinutedVote>(readVotes, [code]),
    };
    return { minutes, coop: await this.coops.get(tx) };
  }
}
