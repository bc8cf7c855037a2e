import { Refusal, type Day } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { Reversal } from '@ayni/facts/reverse';
import { refuseShutSeason } from '@ayni/facts/season-door';
import type { LedgerPort } from '../../domain/ledger.port.js';
import type { MoneyFactsPort } from '../../domain/money-facts.port.js';

/** Takes an expense, a grant or an advance back while its season is open; its entry is mirrored on its own day. */
export class ReverseFact<Fact extends { readonly code: string; readonly day: Day }> {
  constructor(
    private readonly kind: 'expense' | 'grant' | 'advance',
    private readonly facts: MoneyFactsPort<Fact>,
    private readonly ledger: LedgerPort,
  ) {}

  async run(tx: Transaction, { code, reason, by }: Reversal): Promise<{ reversed: string }> {
    const fact = await this.facts.find(tx, code);
    if (!fact) throw new Refusal('not-found', '', { what: `${this.kind} ${code}` });
    await refuseShutSeason(tx, [fact.day]);
    await this.facts.reverse(tx, fact, reason, by);
    await this.ledger.takeBack(tx, this.kind, [code]);
    return { reversed: code };
  }
}
