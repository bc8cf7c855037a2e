import { AmountField, CodeField, DayField, OneOfField, ShownListField, ShownTextField } from '@ayni/http/fields';
import { addDays, formatAmount, parseDay, Refusal, type Day } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { LedgerPort } from '../../domain/ledger/ledger.port.js';
import {
  GROUNDS,
  MATCH_STATES,
  matchLines,
  SIGHT_DAYS,
  type Ground,
  type MatchState,
} from '../../domain/bank/match-lines.js';
import { statementBalance } from '../../domain/bank/statement-balance.js';
import { STATEMENTS, type Statement } from '../../domain/bank/statement.js';
import { SOURCES, type Source } from '../../domain/ledger/entry.js';
import { linesOf, type BroughtLine } from './bank-lines.js';
import { postingsOf, type BankPosting } from './bank-postings.js';
import { handMatches, type HandMatches } from './hand-matches.js';

/** A document that moved money at the bank. */
export class BankPostingRow {
  @OneOfField(SOURCES, { description: 'the kind of document that was posted' }) source!: Source;
  @CodeField({ description: 'of the document' }) code!: string;
  @DayField() day!: Day;
  @AmountField({ description: 'below zero where money went out' }) amount!: string;
}

/** A line of a statement with a document that it is of, or may be of; where those are several, it stands once with each. */
export class ComparedLine {
  @CodeField() code!: string;
  @DayField() day!: Day;
  @AmountField({ description: 'below zero where money went out' }) amount!: string;
  @ShownTextField({ description: 'the number by which the bank knows it' }) reference!: string;
  @ShownTextField({ description: 'what else the statement says of it' }) note!: string;
  @OneOfField(MATCH_STATES) state!: MatchState;
  @OneOfField(GROUNDS, { nullable: true, description: 'by what it was matched' }) ground!: Ground | null;
  @CodeField({ nullable: true, description: 'of the match by hand, also where what it names was taken back since' })
  match!: string | null;
  @OneOfField(SOURCES, { nullable: true, description: 'the kind of document that was posted' }) source!: Source | null;
  @CodeField({ nullable: true, description: 'what it is of; where it is doubtful, what it may be of' })
  document!: string | null;
  @DayField({ nullable: true }) postedOn!: Day | null;
  @AmountField({ nullable: true, description: 'below zero where money went out' }) documentAmount!: string | null;
}

/** The lines of a statement beside the books, and what both come to. */
export class BankMatching {
  @OneOfField(STATEMENTS) statement!: Statement;
  @DayField() from!: Day;
  @DayField() to!: Day;
  @AmountField({ nullable: true, description: 'what the statement says there is; null where it does not tell' })
  statementBalance!: string | null;
  @AmountField({ nullable: true, description: 'what the books say there is at the bank; null of QR' })
  ledgerBalance!: string | null;
  @AmountField({
    nullable: true,
    description: 'money of grants that is bound to a purpose, wherever it lies; null of QR',
  })
  restricted!: string | null;
  @AmountField({ description: 'what the lines come to that are matched with nothing' }) linesLeft!: string;
  @AmountField({ description: 'what the postings come to that no line is of' }) postingsLeft!: string;
  @ShownListField(() => ComparedLine) items!: readonly ComparedLine[];
}

/** What the books say and no line of the statement does. */
export class UnmatchedPostings {
  @OneOfField(STATEMENTS) statement!: Statement;
  @DayField() from!: Day;
  @DayField() to!: Day;
  @ShownListField(() => BankPostingRow) items!: readonly BankPostingRow[];
}

/** Which statement, and which days of it. */
export type AskedStatement = {
  readonly statement?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
};

/** So many days are shown where nobody says from which. */
const SHOWN_DAYS = 90;

type Matched = {
  readonly head: { readonly statement: Statement; readonly from: Day; readonly to: Day };
  readonly places: number;
  readonly seen: readonly BroughtLine[];
  readonly lines: readonly {
    readonly line: BroughtLine;
    readonly state: MatchState;
    readonly ground: Ground | null;
    readonly postings: readonly BankPosting[];
  }[];
  readonly left: readonly BankPosting[];
  readonly byHand: HandMatches;
};

/** Compares a statement with the books: each time anew, so that it follows both. */
export class MatchBank {
  constructor(
    private readonly coops: CoopDirectory,
    private readonly ledger: LedgerPort,
  ) {}

  /** @throws Refusal `wrong-order` where `from` is after `to` */
  async lines(tx: Transaction, asked: AskedStatement): Promise<BankMatching> {
    const { head, places, seen, lines, left, byHand } = await this.match(tx, asked);
    const shown = (amount: bigint): string => formatAmount(amount, places);
    const until = addDays(head.to, 1);
    const isBank = head.statement === 'bank';
    const balance = statementBalance(seen.filter(({ day }) => day < until));
    return {
      ...head,
      statementBalance: balance === null ? null : shown(balance),
      ledgerBalance: isBank ? shown(await this.ledger.balance(tx, 'bank', { until })) : null,
      restricted: isBank ? shown(await this.ledger.balance(tx, 'restricted-cash', { until })) : null,
      linesLeft: shown(sumOf(lines.flatMap(({ state, line }) => (state === 'matched' ? [] : [line])))),
      postingsLeft: shown(sumOf(left)),
      items: lines.flatMap(({ line, state, ground, postings }) => {
        const { code, day, reference, note } = line;
        const match = byHand.codes.get(line) ?? null;
        const told = { code, day, amount: shown(line.amount), reference, note, state, ground, match };
        const documents: readonly DocumentOfLine[] = postings.map((posting) => ({
          ...{ source: posting.source, document: posting.code },
          ...{ postedOn: posting.day, documentAmount: shown(posting.amount) },
        }));
        return (documents.length === 0 ? [NO_DOCUMENT] : documents).map((document) => ({ ...told, ...document }));
      }),
    };
  }

  /** @throws Refusal `wrong-order` where `from` is after `to` */
  async postings(tx: Transaction, asked: AskedStatement): Promise<UnmatchedPostings> {
    const { head, places, left } = await this.match(tx, asked);
    return { ...head, items: left.map((posting) => rowOf(posting, places)) };
  }

  private async match(tx: Transaction, asked: AskedStatement): Promise<Matched> {
    const statement = STATEMENTS.find((one) => one === asked.statement) ?? 'bank';
    const to = asked.to === undefined ? await this.coops.today(tx) : parseDay(asked.to, '/to');
    const from = asked.from === undefined ? addDays(to, -SHOWN_DAYS) : parseDay(asked.from, '/from');
    if (from > to) throw new Refusal('wrong-order', '/from', { detail: 'from-later' });
    const { places } = await this.coops.get(tx);
    const sight = { from: addDays(from, -SIGHT_DAYS), until: addDays(to, SIGHT_DAYS + 1) };
    const seen = await linesOf(tx, statement, sight);
    const byHand = await handMatches(tx, statement, seen);
    const free = (await postingsOf(tx, statement, sight)).filter((posting) => !byHand.isTaken(posting));
    const { lines, left } = matchLines(seen, free, byHand.postings);
    const isAsked = ({ day }: { readonly day: Day }): boolean => day >= from && day <= to;
    return {
      head: { statement, from, to },
      places,
      seen,
      byHand,
      lines: lines.filter(({ line }) => isAsked(line)),
      left: left.filter((posting) => posting.isOnBank && isAsked(posting)),
    };
  }
}

type DocumentOfLine = Pick<ComparedLine, 'source' | 'document' | 'postedOn' | 'documentAmount'>;

const NO_DOCUMENT: DocumentOfLine = { source: null, document: null, postedOn: null, documentAmount: null };

const sumOf = (moved: readonly { readonly amount: bigint }[]): bigint =>
  moved.reduce((sum, { amount }) => sum + amount, 0n);

const rowOf = ({ source, code, day, amount }: BankPosting, places: number): BankPostingRow => ({
  ...{ source, code, day, amount: formatAmount(amount, places) },
});
