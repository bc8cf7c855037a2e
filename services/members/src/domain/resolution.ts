import { each, every, nameKey, parseAmount, Refusal, type Day } from '@ayni/kernel';

/**
 * What a resolution can decide in the system: a season's shares, that approved ones are reversed, its rules, that it ends
 * early or is opened again, what may be used of a fund, rules of the co-op's own, that somebody is admitted, what
 * certificates of a type are worth, or what goods and work count for that pay certificates.
 */
export const COVERED_KINDS = [
  'run',
  'run-reversal',
  'rules',
  'early-end',
  'reopening',
  'fund-use',
  'rule-set',
  'admission',
  'certificate-value',
  'goods-scale',
  'work-scale',
] as const;
export type CoveredKind = (typeof COVERED_KINDS)[number];

/** One thing that a resolution decides. */
export type Covered = {
  readonly kind: CoveredKind;
  /** Of everything but a fund, the co-op's own rules and who is admitted. */
  readonly season?: string;
  /** Of the shares that were voted on, of a run and of its reversal; of the version of the co-op's own rules. */
  readonly fingerprint?: string;
  /** Which fund may be used, and how much of it in all. */
  readonly fund?: string;
  readonly amount?: string;
  /** Who is admitted, by the number that she is given. */
  readonly member?: string;
  /** The type of certificates of which one is worth the amount from then on. */
  readonly certificateType?: string;
  /** The product of which one unit counts for the amount where it pays certificates. */
  readonly product?: string;
  readonly unit?: string;
};

/** By which fields things are named. */
const NAMING = ['season', 'fingerprint', 'fund', 'amount', 'member', 'certificateType', 'product', 'unit'] as const;

/** The fields of each kind of thing, beside its kind. */
const FIELDS: Readonly<Record<CoveredKind, readonly Exclude<keyof Covered, 'kind'>[]>> = {
  run: ['season', 'fingerprint'],
  'run-reversal': ['season', 'fingerprint'],
  rules: ['season'],
  'early-end': ['season'],
  reopening: ['season'],
  'fund-use': ['fund', 'amount'],
  'rule-set': ['fingerprint'],
  admission: ['member'],
  'certificate-value': ['certificateType', 'amount'],
  'goods-scale': ['product', 'unit', 'amount'],
  'work-scale': ['amount'],
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
 * @param places how many the amounts of the co-op have
 * @param pointer the row's place in the request
 * @throws Refusal `bad-field` where something of a thing is missing or no fingerprint, `unknown-field` where it says too much,
 * `bad-amount`, `duplicate-code` where a thing stands there twice
 */
export function checkCovers({ covers }: Pick<Resolution, 'covers'>, places: number, pointer: string): void {
  const seen = new Set<string>();
  each(covers, ({ kind, ...thing }, i) => {
    const at = `${pointer}/covers/${i}`;
    each(NAMING, (field) => {
      const has = thing[field] !== undefined;
      if (has && !FIELDS[kind].includes(field)) throw new Refusal('unknown-field', `${at}/${field}`, { field });
      if (!has && FIELDS[kind].includes(field))
        throw new Refusal('bad-field', `${at}/${field}`, { field, detail: 'missing' });
    });
    const { season, fingerprint, fund, amount, member, certificateType, product } = thing;
    every(
      () => {
        if (fingerprint !== undefined && !FINGERPRINT.test(fingerprint))
          throw new Refusal('bad-field', `${at}/fingerprint`, { field: 'fingerprint', detail: 'fingerprint' });
      },
      () => {
        if (amount !== undefined) parseAmount(amount, places, `${at}/amount`);
      },
    );
    const name = season ?? fund ?? member ?? certificateType ?? product ?? '';
    const key = JSON.stringify([kind, nameKey(name), fingerprint]);
    if (seen.has(key)) throw new Refusal('duplicate-code', at, { code: name });
    seen.add(key);
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
