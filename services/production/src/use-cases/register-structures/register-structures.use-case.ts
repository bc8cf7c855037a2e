import type { Transaction } from '@ayni/database/transaction';
import { digestOf } from '@ayni/facts/record';
import type { Structure } from '../../domain/structure.js';
import type { StructuresPort } from '../../domain/structures.port.js';

/** Enters the greenhouses, plots and pens of the co-op. */
export class RegisterStructures {
  constructor(private readonly structures: StructuresPort) {}

  run(tx: Transaction, structures: readonly Structure[], by: string): Promise<{ recorded: number; unchanged: number }> {
    return this.structures.add(
      tx,
      structures.map((structure) => ({ structure, digest: digestOf(structure), by })),
    );
  }
}
