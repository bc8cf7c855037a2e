import { Refusal } from '@ayni/kernel';
import { IntersectionType } from '@nestjs/swagger';
import type { Type } from '@nestjs/common';
import { spelledOne, type Names } from '@ayni/database/names';
import { namedAs } from '@ayni/database/name-keys';
import { statement, type Statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { fieldsOf, nameClass, noteFields } from '@ayni/http/field-notes';
import { DayField, VersionField } from '@ayni/http/fields';
import { Listing } from '@ayni/http/listing';
import type { Day } from '@ayni/kernel';
import type { FactEvent, FieldOf } from '../declaration.js';
import { keptColumns } from '../fact-columns.js';
import { changesOf, noteChanges, type ChangeRow } from './changes.js';
import type { Registered, RegisteredDeclaration, ToldRegistered } from './declaration.js';

/** What the books say of everything that is registered. */
export class Standing {
  @DayField({ nullable: true, description: 'the last day on which it is used; null while it is' })
  retiredOn!: Day | null;
  @VersionField() version!: number;
}

/** Declares a kind of thing that is registered; the others are told of its changes in the words that its contract names. */
export const declareRegistered = <Row extends object, Changed extends FactEvent>(
  declaration: RegisteredDeclaration<Row, Changed>,
): RegisteredStore<Row> => new RegisteredStore(declaration);

/**
 * What is registered of one kind, in PostgreSQL: found, listed, corrected, retired and brought back. Each change is noted, and goes
 * to the outbox in the same transaction.
 */
export class RegisteredStore<Row extends object> {
  /** Its list by code; what is retired is in it where `retired` is `true`. */
  readonly listing: Listing<Registered<Row>>;
  /** What was changed of one of them. */
  readonly changes: Listing<ChangeRow>;
  private readonly names: Names;
  private readonly byCode: Statement;
  private readonly held: Statement;
  private readonly update: Statement;
  private readonly changing: readonly (FieldOf<Row> | 'retiredOn')[];

  constructor(readonly declaration: RegisteredDeclaration<Row>) {
    const { kind, table, row, correctable, filters = [], columns: named = {} } = declaration;
    const columns = new Map(keptColumns(fieldsOf(row), named).map(({ field, column }) => [field, `t.${column}`]));
    const code = columns.get('code') ?? 't.code';
    this.names = { table, column: code.slice(2) };
    const standing = { retiredOn: 't.retired_on', version: 't.version' };
    const shown = { ...Object.fromEntries(columns), ...standing };
    const listed = Object.entries(shown).map(([field, column]) => `${column} AS "${field}"`);
    const select = `SELECT ${listed.join(', ')} FROM ${table} t
      WHERE t.coop_id = current_setting('app.coop')::uuid AND ${code} = $1`;
    this.byCode = statement(`${table} read`, select);
    this.held = statement(`${table} lock`, `${select} FOR NO KEY UPDATE`);
    this.changing = [...correctable, 'retiredOn'];
    const set = this.changing.map((field, i) => `${(Reflect.get(shown, field) as string).slice(2)} = $${i + 3}`);
    this.update = statement(
      `${table} correct`,
      `UPDATE ${table} SET version = $2, ${set.join(', ')}
       WHERE coop_id = current_setting('app.coop')::uuid AND ${this.names.column} = $1`,
    );
    this.listing = new Listing({
      name: table,
      row: standingClass(row),
      from: `${table} t`,
      alias: 't',
      // one for each field of the row
      columns: shown as { readonly [Field in keyof Registered<Row>]: string },
      order: [code],
      filters: {
        ...Object.fromEntries(filters.map((field) => [field, namedAs(columns.get(field) ?? field)])),
        retired: (retired) => `(t.retired_on IS NULL OR ${retired} = 'true')`,
      },
    });
    this.changes = changesOf(kind);
  }

  /** Its code as the books spell it, however it is written; as it is where they have none. */
  spelled(tx: Transaction, code: string): Promise<string> {
    return spelledOne(tx, this.names, code);
  }

  async find(tx: Transaction, code: string): Promise<Registered<Row> | undefined> {
    return (await tx.query<Registered<Row>>(this.byCode, [code]))[0];
  }

  /** The same, held until the transaction ends. */
  async lock(tx: Transaction, code: string): Promise<Registered<Row> | undefined> {
    return (await tx.query<Registered<Row>>(this.held, [code]))[0];
  }

  /**
   * It with what is asked for; a field that is left out stays, as one that is null does where it cannot be empty.
   * @throws Refusal `nothing-to-do` where nothing is asked for
   */
  corrected(thing: Registered<Row>, asked: object): Registered<Row> {
    const nullable = new Set(
      [...fieldsOf(this.declaration.row), { name: 'retiredOn', nullable: true }]
        .filter((field) => field.nullable)
        .map(({ name }) => name),
    );
    const changes = this.changing
      .map((field): [string, unknown] => [field, Reflect.get(asked, field)])
      .filter(([field, value]) => value !== undefined && (value !== null || nullable.has(field)));
    if (changes.length === 0) throw new Refusal('nothing-to-do');
    return { ...thing, ...Object.fromEntries(changes) };
  }

  /**
   * Keeps a correction and tells the others.
   * @param before it as it was, held
   * @returns its version; the same as before where nothing is different
   */
  async change(
    tx: Transaction,
    code: string,
    before: Registered<Row>,
    after: Registered<Row>,
    by: string,
  ): Promise<number> {
    const { kind, changed } = this.declaration;
    const version = before.version + 1;
    if (!noteChanges(tx, { kind, code, version, by }, before, after)) return before.version;
    await tx.query(this.update, [code, version, ...this.changing.map((field): unknown => Reflect.get(after, field))]);
    if (changed) {
      const { retiredOn, ...thing } = after;
      // without its version, which is the event's own, it is the row again
      const told: object = changed.tells({
        ...thing,
        ...(retiredOn === null ? {} : { retiredOn }),
      } as ToldRegistered<Row>);
      const data = Object.keys(changed.event.schema.properties)
        .map((name): [string, unknown] => [name, Reflect.get(told, name)])
        .filter(([, value]) => value !== undefined);
      tx.publish(changed.event, `${kind}/${code}`, version, Object.fromEntries(data));
    }
    return version;
  }
}

/** The class of something registered as it stands. */
function standingClass<Row extends object>(row: new () => Row): Type<Registered<Row>> {
  const thing: Type<object> = row;
  const standing: Type<object> = IntersectionType(thing, Standing);
  nameClass(standing, `${row.name}Row`);
  noteFields(standing, [...fieldsOf(thing), ...fieldsOf(Standing)]);
  // the fields of both, by the decorators that stand on them
  return standing as Type<Registered<Row>>;
}
