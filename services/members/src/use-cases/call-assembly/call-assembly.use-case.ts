import type { Transaction } from '@ayni/database/transaction';
import { dayIn, type Day } from '@ayni/kernel';
import { refuseFuture, type CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { AssembliesPort } from '../../domain/assemblies.port.js';
import { checkCall, type Call } from '../../domain/assembly.js';
import { checkCovers } from '../../domain/resolution.js';

type Called = { readonly code: string; readonly late: boolean };

/** Calls an assembly by the rules that hold on that day; these hold for it to its end. */
export class CallAssembly {
  constructor(
    private readonly coops: CoopDirectory,
    private readonly assemblies: AssembliesPort,
  ) {}

  /** @param call says nothing of the day of the call where that is today */
  async run(
    tx: Transaction,
    { calledOn: told, ...call }: Omit<Call, 'calledOn'> & { readonly calledOn: Day | null },
    by: string,
  ): Promise<Called> {
    const coop = await this.coops.get(tx);
    const day = dayIn(coop.timezone, call.startsAt);
    const calledOn = told ?? (await this.coops.today(tx));
    refuseFuture(coop, calledOn, tx.now, '/calledOn');
    call.agenda.forEach((item, i) => {
      checkCovers(item, coop.places, `/agenda/${i}`);
    });
    const rules = await this.assemblies.rules(tx);
    const { late } = checkCall(rules, calledOn, day);
    return { code: await this.assemblies.call(tx, { ...call, calledOn, day, late, rules }, by), late };
  }
}
