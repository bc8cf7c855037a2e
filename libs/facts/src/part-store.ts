import type { FactParts } from './declaration.js';
import type { Transaction } from '@ayni/database/transaction';
import { fieldsOf } from '@ayni/http/field-notes';
import { statement, type Statement } from '@ayni/database/statement';
import { keptColumns, partEntity, selected, type PartEntity } from './fact-columns.js';

/** The parts of facts, such as the lines of receipts, in their order. */
export class PartStore {
  readonly entity: new () => PartEntity;
  private readonly field: string;
  private readonly byCode: Statement;

  constructor({ field, table, row, of }: FactParts) {
    const kept = keptColumns(fieldsOf(row));
    this.field = field;
    this.entity = partEntity(table, of, kept);
    this.byCode = statement(
      `${table} by ${of}`,
      `SELECT f.${of} AS "~code", ${selected(kept)} FROM ${table} f
       WHERE f.coop_id = current_setting('app.coop')::uuid AND f.${of} = ANY($1::text[]) ORDER BY f.${of}, f.line`,
    );
  }

  /** How many parts a fact has, under the name of their field. */
  countIn(fact: object): object {
    return { [this.field]: this.partsOf(fact).length };
  }

  /** They go in when the transaction ends, with the events. */
  add<Fact extends object>(tx: Transaction, facts: readonly Fact[], codeOf: (fact: Fact) => string): void {
    const rows = facts.flatMap((fact) =>
      this.partsOf(fact).map((part, i) => ({ ...part, code: codeOf(fact), line: i + 1 })),
    );
    tx.insertAtEnd(this.entity, rows);
  }

  /** The facts with their parts. */
  async joined<Fact extends object>(
    tx: Transaction,
    facts: readonly Fact[],
    codeOf: (fact: Fact) => string,
  ): Promise<Fact[]> {
    const parts = await tx.query<{ '~code': string }>(this.byCode, [facts.map(codeOf)]);
    return facts.map((fact) => {
      const own = parts.filter((part) => part['~code'] === codeOf(fact)).map(({ '~code': _, ...part }) => part);
      return { ...fact, [this.field]: own };
    });
  }

  private partsOf(fact: object): readonly object[] {
    const parts: unknown = Reflect.get(fact, this.field);
    return Array.isArray(parts) ? parts : [];
  }
}
