import type { DataOf, runApproved, runProposed, runReversed } from '@ayni/contracts';
import type { RunHead } from '../domain/runs/run.js';

/** The aggregate under which a run's events stay in order. */
export const runAggregate = ({ id }: Pick<RunHead, 'id'>): string => `run/${id}`;

/** A run that is put to the assembly, in the words of the contract. */
export const proposedData = ({ id, season, currency, outcome }: RunHead): DataOf<typeof runProposed> => ({
  run: id,
  season,
  currency,
  result: outcome.result,
  pool: outcome.pool,
  fingerprint: outcome.fingerprint,
});

/** A run that was approved, in the words of the contract. */
export const approvedData = (run: RunHead, resolution: string): DataOf<typeof runApproved> => ({
  ...proposedData(run),
  resolution,
  paid: run.outcome.totals.paid,
  carried: run.outcome.totals.carried,
});

/** A run that was reversed, in the words of the contract. */
export const reversedData = ({ id, season, outcome }: RunHead, resolution: string): DataOf<typeof runReversed> => ({
  run: id,
  season,
  fingerprint: outcome.fingerprint,
  resolution,
});
