import type { FactKind } from '@ayni/contracts';
import { dayIn, parseDay, parseInstant, Refusal, type Day, type Instant, type Zone } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { Principal, Role } from '@ayni/http/auth/principal';
import { readRow } from '@ayni/http/commands/load';
import { causeOf } from '@ayni/messaging/outbox/cause';
import type { FactStore } from '../fact-store.js';
import type { KeepFacts } from '../keep-facts.js';

/** A row as a phone kept it: its code, and when it truly was. */
export type LateRow = {
  readonly code: string;
  readonly sent: object;
  readonly day: Day;
  /** Nothing where it says a day alone. */
  readonly happenedAt: Instant | null;
};

/** What of a kind of fact has to be known to keep it outside of the books and to post it later. */
export type LateKind = {
  readonly kind: FactKind;
  /** Who may hand in: whoever records such facts. */
  readonly record: readonly Role[];
  /** What keeps its facts, for Nest. */
  readonly Keep: abstract new (...parts: never[]) => object;
  /** Reads a row as its own door does. @throws Refusals with their place below `/row` */
  readonly read: (row: unknown, zone: Zone) => LateRow;
  /** Records it on a day, as its own door would, in the name of who kept it. @param keep made by Nest of `Keep` */
  readonly post: (
    tx: Transaction,
    keep: object,
    late: { readonly row: unknown; readonly by: Principal } & Posted,
  ) => Promise<void>;
};

/** When a late fact is to stand in the books. */
export type Posted = { readonly day: Day; readonly at: Instant };

/** Lets facts of a kind be handed in late; the same for all kinds. */
export const mayComeLate = <Row extends object, SentRow extends object>(
  facts: FactStore<Row, SentRow>,
  Keep: abstract new (...parts: never[]) => KeepFacts<Row, SentRow>,
  record: readonly Role[],
): LateKind => {
  const { sent: SentClass, dated } = facts.declaration;
  return {
    kind: facts.kind,
    record,
    Keep,
    read(row, zone) {
      const sent = readRow(SentClass, row, '/row');
      const when = String(Reflect.get(sent, dated));
      const happenedAt = facts.isDatedByDay ? null : parseInstant(when, `/row/${dated}`);
      const day = happenedAt === null ? parseDay(when, `/row/${dated}`) : dayIn(zone, happenedAt);
      return { code: String(Reflect.get(sent, facts.codeField)), sent, day, happenedAt };
    },
    async post(tx, keep, { row, by, day, at }) {
      if (!(keep instanceof Keep)) throw new Error(`${facts.kind} is kept by another`);
      const { command } = tx;
      if (command === undefined) throw new Error('a late record is posted by a command');
      const moved = readRow(SentClass, { ...Object(row), [dated]: facts.isDatedByDay ? day : at }, '/row');
      const [done] = await keep.record(tx, [{ sent: moved, index: 0, at: '/row', by, cause: causeOf(command) }]);
      // somebody recorded it meanwhile, otherwise than late: it is there once
      if (done?.isNew !== true)
        throw new Refusal('code-taken', '', { code: String(Reflect.get(moved, facts.codeField)) });
    },
  };
};
