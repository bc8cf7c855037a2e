import type { Centavos, Day } from '@ayni/kernel';
import { AmountField, CodeField, DayField, ListField, OneOfField, WholeField } from '@ayni/http/fields';
import { declareFact } from '@ayni/facts/fact-store';
import { sentClass } from '@ayni/facts/sent-class';
import { SOURCES, type Source } from '../domain/ledger/entry.js';

/** More documents than a bank puts into one line. */
const DOCUMENTS_MAX = 500;

/** A document that a line of a statement is of. */
export class MatchedDocument {
  @WholeField(1, DOCUMENTS_MAX, { description: 'its place among the documents, from 1' }) line!: number;
  @OneOfField(SOURCES, { description: 'the kind of document that was posted' }) source!: Source;
  @CodeField({ description: 'of the document' }) document!: string;
}

/** What people found a line of a statement to be, where it was doubtful. */
export class BankMatch {
  @CodeField() code!: string;
  @DayField({ description: 'when it was found out' }) matchedOn!: Day;
  @CodeField({ of: 'bank-line', description: 'the code of the line' }) bankLine!: string;
  @AmountField({ description: 'of the line' }) amount!: Centavos;
  @ListField(() => MatchedDocument, { max: DOCUMENTS_MAX, description: 'which come to the amount of the line' })
  documents!: readonly MatchedDocument[];
}

const SentMatchedDocument = sentClass(MatchedDocument, ['line']);

/** A match as the treasurer makes it. */
export class SentBankMatch extends sentClass(BankMatch, ['amount', 'documents']) {
  @ListField(() => SentMatchedDocument, { max: DOCUMENTS_MAX, description: 'which come to the amount of the line' })
  documents!: readonly InstanceType<typeof SentMatchedDocument>[];
}

export const bankMatches = declareFact({
  kind: 'bank-match',
  table: 'bank_matches',
  row: BankMatch,
  sent: SentBankMatch,
  dated: 'matchedOn',
  parts: { field: 'documents', table: 'bank_match_documents', row: MatchedDocument, of: 'code' },
  sums: { centavos: 'amount' },
});
