import { every, nameKey, Refusal } from '@ayni/kernel';
import type { Admission } from '@ayni/facts/keep-facts';
import type { Coop, CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { LoadedRow } from '@ayni/http/commands/load';
import { lockEach } from '@ayni/database/lock-each';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { standing } from '@ayni/facts/standing';
import { knownMembers, refuseStranger } from '@ayni/reference-data/register/register';
import { parseAmountInBooks } from '../../domain/ledger/amount-in-books.js';
import type { FundsPort } from '../../domain/funds/funds.port.js';
import type { LedgerPort } from '../../domain/ledger/ledger.port.js';
import { openingEntry, PARTY_OF_OPENED, type OpenedAccount } from '../../domain/ledger/opening.js';
import { openingBalances, type OpeningBalance, type SentOpeningBalance } from '../../facts/opening-balance.js';
import { KeepMoney } from '../keep-money/keep-money.js';

type Opened = { readonly account: OpenedAccount; readonly party: string };

const readOpened = statement(
  'what was opened',
  `SELECT account, COALESCE(party, '') AS party FROM opening_balances f
   WHERE coop_id = current_setting('app.coop')::uuid AND ${standing('opening-balance', 'f')}`,
);

/** Keeps what the books begin with: each account, or party's part of it, once. */
export class KeepOpeningBalances extends KeepMoney<OpeningBalance, SentOpeningBalance> {
  constructor(
    coops: CoopDirectory,
    ledger: LedgerPort,
    private readonly funds: FundsPort,
  ) {
    super(openingBalances, 'opening-balance', coops, ledger);
  }

  protected async admit(
    tx: Transaction,
    rows: readonly LoadedRow<SentOpeningBalance>[],
    { places }: Coop,
  ): Promise<Admission<OpeningBalance, SentOpeningBalance>> {
    await lockEach(tx, 'opening', ['']);
    const known = await this.recordedAmong(tx, rows);
    const opened: Opened[] = [...(await tx.query<Opened>(readOpened))];
    const funds = new Map((await this.funds.all(tx)).map(({ code }) => [nameKey(code), code]));
    const numbers = rows.flatMap(({ sent }) => (sent.account === 'member-capital' && sent.party ? [sent.party] : []));
    const members = await knownMembers(tx, numbers);
    return {
      make: ({ sent, at }) => {
        const { account } = sent;
        const kind = PARTY_OF_OPENED[account];
        const named = sent.party ?? null;
        const party = kind === 'fund' && named !== null ? (funds.get(nameKey(named)) ?? named) : named;
        return every(
          () => {
            if ((kind === null) !== (party === null))
              throw new Refusal('bad-field', `${at}/party`, { detail: kind === null ? 'no-party' : 'party-needed' });
          },
          () => {
            if (kind === 'fund' && party !== null && !funds.has(nameKey(party)))
              throw new Refusal('unknown-reference', `${at}/party`, { what: 'fund', code: party });
            if (kind === 'member' && party !== null) refuseStranger(members, party, `${at}/party`);
          },
          () => {
            if (known.has(sent.code)) return;
            if (opened.some((one) => one.account === account && one.party === (party ?? '')))
              throw new Refusal('opened-twice', `${at}/account`, { account });
            opened.push({ account, party: party ?? '' });
          },
          () => ({ ...sent, party, amount: parseAmountInBooks(sent.amount, places, `${at}/amount`) }),
        );
      },
      recorded: (facts) => this.ledger.post(tx, facts.map(openingEntry)),
    };
  }
}
