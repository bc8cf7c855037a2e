import type { DataOf, runApproved, runProposed, runReversed } from '@ayni/contracts';
import type { Run } from '../domain/runs/run.js';

/** The aggregate under which a run's events stay in order. */
export const runAggregate = ({ id }: Pick<Run, 'id'>): string => `run/${id}`;

/** A run that is put to the assembly, in the words of the contract. */
export const proposedData = ({ id, season, currency, outcome }: Run): DataOf<typeof runProposed> => ({
  run: id,
  season,
  currency,
  result: outcome.result,
  pool: outcome.pool,
  fingerprint: outcome.fingerprint,
});

/** A run that was approved, in the words of the contract. */
export const approvedData = (run: Run, resolution: string): DataOf<typeof runApproved> => ({
  ...proposedData(run),
  resolution,
  paid: run.outcome.totals.paid,
  carried: run.outcome.totals.carried,
});

/** A run that was reversed, in the words of the contract. */
export const reversedData = ({ id, season, outcome }: Run, resolution: string): DataOf<typeof runReversed> => ({
  run: id,
  season,
  fingerprint: outcome.fingerprint,
  resolution,
});
