import { nameKey, Refusal, type Day } from '@ayni/kernel';

/** What a resolution can decide in the system: a season's shares, its rules, or that it ends early. */
export const COVERED_KINDS = ['run', 'rules', 'early-end'] as const;
export type CoveredKind = (typeof COVERED_KINDS)[number];

/** One thing that a resolution decides. */
export type Covered = {
  readonly kind: CoveredKind;
  readonly season: string;
  /** Of the shares that were voted on; of a run alone. */
  readonly fingerprint?: string;
};

/** What an assembly resolved, with its votes. */
export type Resolution = {
  readonly number: string;
  readonly adoptedOn: Day;
  readonly subject: string;
  readonly votesFor: number;
  readonly votesAgainst: number;
  readonly abstentions: number;
  readonly covers: readonly Covered[];
};

const FINGERPRINT = /^sha256:[0-9a-f]{64}$/;

/** Carried by a majority of those who voted for or against. */
export const isCarried = ({ votesFor, votesAgainst }: Pick<Resolution, 'votesFor' | 'votesAgainst'>): boolean =>
  votesFor > votesAgainst;

/**
 * @param pointer the row's place in the request
 * @throws Refusal `bad-field` where a run has no fingerprint, `unknown-field` where something else has one,
 * `duplicate-code` where a thing stands there twice
 */
export function checkCovers({ covers }: Pick<Resolution, 'covers'>, pointer: string): void {
  const seen = new Set<string>();
  covers.forEach(({ kind, season, fingerprint }, i) => {
    const at = `${pointer}/covers/${i}`;
    if (kind === 'run') {
      if (fingerprint === undefined || !FINGERPRINT.test(fingerprint))
        throw new Refusal('bad-field', `${at}/fingerprint`, { detail: 'fingerprint' });
    } else if (fingerprint !== undefined)
      throw new Refusal('unknown-field', `${at}/fingerprint`, { field: 'fingerprint' });
    const thing = JSON.stringify([kind, nameKey(season), fingerprint]);
    if (seen.has(thing)) throw new Refusal('duplicate-code', at, { code: season });
    seen.add(thing);
  });
}

/**
 * @param members how many the co-op had on the day of the assembly
 * @param pointer the row's place in the request
 * @throws Refusal `more-votes-than-members`
 */
export function refuseTooManyVotes(resolution: Resolution, members: number, pointer: string): void {
  const { votesFor, votesAgainst, abstentions, adoptedOn } = resolution;
  const votes = votesFor + votesAgainst + abstentions;
  if (votes > members)
    throw new Refusal('more-votes-than-members', `${pointer}/votesFor`, {
      votes: String(votes),
      members: String(members),
      day: adoptedOn,
    });
}
