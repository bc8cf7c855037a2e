import { all, each, every, formatAmount, nameKey, Refusal } from '@ayni/kernel';
import { lockEach } from '@ayni/database/lock-each';
import { KeepFacts, type Admission } from '@ayni/facts/keep-facts';
import type { Coop, CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { LoadedRow } from '@ayni/http/commands/load';
import type { Transaction } from '@ayni/database/transaction';
import type { Statement } from '../../domain/bank/statement.js';
import { bankLines, type BankLine } from '../../facts/bank-line.js';
import { bankMatches, type BankMatch, type SentBankMatch } from '../../facts/bank-match.js';
import { postingsNamed, type BankPosting } from '../match-bank/bank-postings.js';
import { keyOf, takenBy } from './taken.js';

/** Keeps what people found lines of statements to be: documents that come to the amount of the line, each of one line alone. */
export class KeepBankMatches extends KeepFacts<BankMatch, SentBankMatch> {
  constructor(coops: CoopDirectory) {
    super(bankMatches, coops);
  }

  protected async admit(
    tx: Transaction,
    rows: readonly LoadedRow<SentBankMatch>[],
    { places }: Coop,
  ): Promise<Admission<BankMatch, SentBankMatch>> {
    const documents = rows.flatMap(({ sent }) => sent.documents);
    const codes = rows.map(({ sent }) => sent.bankLine);
    await lockEach(tx, 'bank-line', codes);
    await lockEach(tx, 'bank-document', documents.map(asNamed));
    const known = await this.recordedAmong(tx, rows);
    const lines = await bankLines.load(tx, codes);
    const postings = new Map(
      (await postingsNamed(tx, documents)).map(
        (one) => [asNamed({ source: one.source, document: one.code }), one] as const,
      ),
    );
    const posted = [...postings.values()].map(({ source, code }) => ({ source, document: code }));
    const taken = await takenBy(tx, codes, posted);
    const take = (key: string, code: string, pointer: string, name: string): void => {
      const match = taken.get(key);
      if (match !== undefined) throw new Refusal('matched-already', pointer, { name, match });
      taken.set(key, code);
    };
    return {
      make: ({ sent, at }, matchedOn) => {
        const brought = lines.get(sent.bankLine);
        const [line, named] = all(
          () => {
            if (brought?.reversal !== null)
              throw new Refusal('unknown-reference', `${at}/bankLine`, { what: 'bank-line', code: sent.bankLine });
            return brought;
          },
          () =>
            each(sent.documents, ({ source, document }, i) => {
              const posting = postings.get(asNamed({ source, document }));
              if (posting === undefined || (brought && !mayBeOn(brought.statement, posting)))
                throw new Refusal('unknown-reference', `${at}/documents/${i}/document`, {
                  ...{ what: source, code: document },
                });
              return posting;
            }),
        );
        if (!known.has(sent.code))
          every(
            () => take(keyOf.line(line.code), sent.code, `${at}/bankLine`, line.code),
            ...named.map(
              ({ source, code }, i) =>
                () =>
                  take(keyOf.document(line.statement, source, code), sent.code, `${at}/documents/${i}/document`, code),
            ),
            () => refuseOtherAmount(line, named, places, `${at}/documents`),
          );
        return {
          ...{ code: sent.code, matchedOn, bankLine: line.code },
          amount: line.amount,
          documents: named.map(({ source, code }, i) => ({ source, document: code, line: i + 1 })),
        };
      },
    };
  }
}

/** A document as it is named, in whatever case. */
const asNamed = ({ source, document }: { readonly source: string; readonly document: string }): string =>
  `${source} ${nameKey(document)}`;

const mayBeOn = (statement: Statement, { source }: BankPosting): boolean => statement === 'bank' || source === 'sale';

/** @throws Refusal `match-differs` where documents come to another amount than the line */
function refuseOtherAmount(line: BankLine, named: readonly BankPosting[], places: number, pointer: string): void {
  const moved = line.direction === 'in' ? line.amount : -line.amount;
  const sum = named.reduce((total, { amount }) => total + amount, 0n);
  if (sum !== moved)
    throw new Refusal('match-differs', pointer, {
      documents: formatAmount(sum, places),
      line: formatAmount(moved, places),
    });
}
