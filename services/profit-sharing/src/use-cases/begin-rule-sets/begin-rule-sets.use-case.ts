import { nameKey, Refusal } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import { digestOf } from '@ayni/facts/record';
import { Faults } from '@ayni/http/faults';
import { shippedName } from '@ayni/rule-sets';
import { fundsNamedIn } from '../../domain/funds/fund.js';
import type { FundsPort } from '../../domain/funds/funds.port.js';
import type { OwnRuleSet } from '../../domain/rules/own-rule-set.js';
import type { OwnRuleSetsPort } from '../../domain/rules/own-rule-sets.port.js';
import { shippedBy } from '../hold-to-law/hold-to-law.js';

/** A rule set as it was sent. */
type SentRuleSet = Pick<OwnRuleSet, 'code' | 'name'> & { readonly copies?: string | null };

/** Begins rule sets of the co-op's own, as copies of shipped ones or with nothing. */
export class BeginRuleSets {
  constructor(
    private readonly ruleSets: OwnRuleSetsPort,
    private readonly funds: FundsPort,
  ) {}

  /**
   * Registers what a copy names of funds and the co-op does not have yet, under the codes that its law's limits know.
   * @throws Refusal `unknown-reference` where no such set is shipped, `duplicate-code`, `code-taken`
   */
  async run(
    tx: Transaction,
    sent: readonly SentRuleSet[],
    by: string,
  ): Promise<{ readonly recorded: number; readonly unchanged: number }> {
    const faults = new Faults();
    const sets = sent.map(({ code, name, copies: asked }, i): OwnRuleSet => {
      const copies = asked ?? null;
      const shipped = shippedBy(copies);
      if (copies !== null && !shipped)
        faults.add(i, [new Refusal('unknown-reference', `/rows/${i}/copies`, { what: 'rule-set', code: copies })]);
      const law = shipped?.law ? `${shipped.law.name}, ${shipped.law.date}` : null;
      return { code, name, copies, law };
    });
    await faults.throwWith(() => this.ruleSets.refuseTaken(tx, sets));
    const done = await this.ruleSets.begin(tx, sets, by);
    if (done.recorded > 0) await this.registerFunds(tx, sets, by);
    return done;
  }

  private async registerFunds(tx: Transaction, sets: readonly OwnRuleSet[], by: string): Promise<void> {
    const known = new Set((await this.funds.all(tx)).map(({ code }) => nameKey(code)));
    const named = new Set(sets.flatMap(({ copies }) => fundsNamedIn(shippedBy(copies)?.rules ?? { steps: [] })));
    const missing = [...named].filter((code) => !known.has(nameKey(code)));
    await this.funds.register(
      tx,
      missing.map((code) => {
        const { es, en } = shippedName(code);
        const fund = { code, nameEs: es, nameEn: en, legalName: '' };
        return { fund, digest: digestOf(fund), by };
      }),
    );
  }
}
