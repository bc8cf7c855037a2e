import { inWords, type Currency, type Language } from '@ayni/kernel';
import { ACCOUNTS, type Account, type AccountKind } from './accounts.js';
import { CHART } from './chart.js';

/** By which letter hledger knows on which side of the balance an account stands. */
const TYPES: Readonly<Record<AccountKind, string>> = {
  asset: 'A',
  liability: 'L',
  equity: 'E',
  income: 'R',
  cost: 'X',
};

/** The first number of the chart under which the accounts of a kind stand. */
const CLASSES: Readonly<Record<AccountKind, string>> = {
  asset: '1',
  liability: '2',
  equity: '3',
  income: '4',
  cost: '5',
};

/** An entry as it is told: amounts as text with the places of the books. */
export type ToldEntry = {
  readonly day: string;
  readonly source: string;
  readonly code: string;
  readonly posting: 'record' | 'reversal';
  readonly lines: readonly {
    readonly account: Account;
    readonly party: string | null;
    readonly debit: string;
    readonly credit: string;
  }[];
};

/** The books as a journal that hledger reads (https://hledger.org/hledger.html#journal); amounts are positive on the debit side. */
export class HledgerJournal {
  constructor(
    private readonly currency: Currency,
    private readonly places: number,
    private readonly language: Language,
  ) {}

  /** What stands before the entries: the currency, and each account with its type. */
  head(): string {
    const accounts = (Object.keys(ACCOUNTS) as Account[])
      .map((account) => `account ${this.called(account)}  ; type: ${TYPES[ACCOUNTS[account]]}`)
      .sort();
    return [`commodity ${this.currency} 1000.${'0'.repeat(this.places)}`, ...accounts, ''].join('\n') + '\n';
  }

  entry({ day, source, code, posting, lines }: ToldEntry): string {
    const kind = inWords('thing', source, this.language).replace(/^(?:el|la|lo) /, '');
    const told = lines.map(({ account, party, debit, credit }) => {
      const amount = /[1-9]/.test(debit) ? debit : `-${credit}`;
      return `    ${this.called(account)}${party === null ? '' : `:${plain(party)}`}  ${this.currency} ${amount}\n`;
    });
    const taken = posting === 'reversal' ? `, ${this.language === 'en' ? 'taken back' : 'anulación'}` : '';
    return `${day} ${kind} ${code.replaceAll(';', ',')}${taken}  ; source:${source}\n${told.join('')}\n`;
  }

  /** An account below its class, such as `Activo:1.1.1.01 Caja`. */
  private called(account: Account): string {
    const top = inWords('chart', CLASSES[ACCOUNTS[account]], this.language);
    return `${top}:${CHART[account]} ${inWords('account', account, this.language)}`;
  }
}

/** A name without what ends or divides the names of accounts. */
const plain = (name: string): string => name.replaceAll(':', '-').replaceAll(';', ',').replace(/\s+/g, ' ');
