import type { FactParts } from './declaration.js';
import type { Insertable } from '@ayni/database/insert';
import type { Transaction } from '@ayni/database/transaction';
import { fieldsOf } from '@ayni/http/field-notes';
import { statement, type Statement } from '@ayni/database/statement';
import { keptColumns, partEntity, selected, shownColumn, type Kept, type PartEntity } from './fact-columns.js';

/** The parts of facts, such as the lines of receipts, in their order. */
export class PartStore {
  readonly entity: new () => PartEntity;
  /** What a list shows of the parts of the fact `f`, in SQL: a list of objects. */
  readonly shown: string;
  private readonly field: string;
  private readonly byCode: Statement;

  constructor({ field, table, row, of }: FactParts) {
    const kept = keptColumns(fieldsOf(row));
    this.shown = `COALESCE((SELECT json_agg(json_build_object(${kept.map(shownPair).join(', ')}) ORDER BY p.line)
      FROM ${table} p WHERE p.coop_id = f.coop_id AND p.${of} = f.code), '[]')`;
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
    tx.insertAtEnd(this.entity, this.rowsOf(facts, codeOf));
  }

  /** They go in at once: their facts are there. */
  async insert<Fact extends object>(
    tx: Transaction,
    facts: readonly Fact[],
    codeOf: (fact: Fact) => string,
  ): Promise<void> {
    await tx.insert(this.entity, this.rowsOf(facts, codeOf));
  }

  private rowsOf<Fact extends object>(
    facts: readonly Fact[],
    codeOf: (fact: Fact) => string,
  ): Insertable<PartEntity>[] {
    return facts.flatMap((fact) => this.partsOf(fact).map((part, i) => ({ ...part, code: codeOf(fact), line: i + 1 })));
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

/** A field of a part, `p`, and its value as JSON has it: text where a number may be large. */
function shownPair({ field, kind, column }: Kept): string {
  const shown = shownColumn(kind, `p.${column}`);
  return `'${field}', ${kind === 'stock-quantity' ? `${shown}::text` : shown}`;
}
