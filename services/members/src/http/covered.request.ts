import { isThere } from '@ayni/kernel';
import { CodeField, OneOfField, TextField } from '@ayni/http/fields';
import { COVERED_KINDS, type Covered, type CoveredKind } from '../domain/resolution.js';

/** How many things one resolution may decide. */
export const THINGS_MAX = 20;

export class CoveredRequest {
  @OneOfField(COVERED_KINDS, {
    description:
      "`run`: a season's shares; `run-reversal`: that its approved shares are reversed; `rules`: its rules; `early-end`: that it ends before its last day; `reopening`: that it is opened again; `fund-use`: how much may be used of a fund; `rule-set`: a version of the co-op's own rules; `admission`: that somebody is admitted; `certificate-value`: what one certificate of a type is worth; `goods-scale`: what one unit of a product counts for where it pays certificates; `work-scale`: what an hour of work does",
  })
  kind!: CoveredKind;

  @CodeField({
    optional: true,
    description: 'for all but a fund, rules of the co-op itself, an admission, certificates and what pays them',
  })
  season?: string | null;

  @TextField(80, {
    optional: true,
    description: 'for `run`, `run-reversal` and `rule-set`, and for nothing else: that of what was voted on',
  })
  fingerprint?: string | null;

  @CodeField({ optional: true, description: 'for `fund-use`, and for nothing else: which fund' })
  fund?: string | null;

  @TextField(40, {
    optional: true,
    description:
      'for `fund-use`: how much of the fund, in all; for `certificate-value`: what one is worth; for `goods-scale` and `work-scale`: what one unit or an hour counts for',
  })
  amount?: string | null;

  @CodeField({ optional: true, description: 'for `admission`, and for nothing else: the number that she is given' })
  member?: string | null;

  @CodeField({
    optional: true,
    description: 'for `certificate-value`, and for nothing else: which type of certificates',
  })
  certificateType?: string | null;

  @CodeField({ optional: true, description: 'for `goods-scale`, and for nothing else: which product' })
  product?: string | null;

  @CodeField({ optional: true, description: 'for `goods-scale`, and for nothing else: in which unit it is measured' })
  unit?: string | null;
}

/** Things that a resolution decides, without what they leave out. */
export const coversOf = (covers: readonly CoveredRequest[] | null | undefined): readonly Covered[] =>
  (covers ?? []).map(({ kind, ...said }): Covered => {
    const fields = Object.entries(said).filter(([, value]) => isThere(value));
    return { kind, ...Object.fromEntries(fields) };
  });
