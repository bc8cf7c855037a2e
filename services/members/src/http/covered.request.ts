import { CodeField, OneOfField, TextField } from '@ayni/http/fields';
import { COVERED_KINDS, type CoveredKind } from '../domain/resolution.js';

/** How many things one resolution may decide. */
export const THINGS_MAX = 20;

export class CoveredRequest {
  @OneOfField(COVERED_KINDS, {
    description: "`run`: a season's shares; `rules`: its rules; `early-end`: that it ends before its last day",
  })
  kind!: CoveredKind;

  @CodeField()
  season!: string;

  @TextField(80, { optional: true, description: 'for a run, and for nothing else: that of the shares voted on' })
  fingerprint?: string | null;
}
