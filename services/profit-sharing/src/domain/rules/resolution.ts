import { Refusal, type Day, type Translated } from '@ayni/kernel';

/** A resolution of the assembly. */
export type Resolution = { readonly number: string; readonly adoptedOn: Day; readonly carried: boolean };

/**
 * What a resolution decides and is used up by: a season's shares, that they are reversed, its rules, that it ends
 * before its last day, that it is opened again, a version of the co-op's own rules, or what certificates are worth.
 */
export type Covered =
  | { readonly kind: 'run' | 'run-reversal'; readonly season: string; readonly fingerprint: string }
  | { readonly kind: 'rules' | 'early-end' | 'reopening'; readonly season: string }
  | { readonly kind: 'rule-set'; readonly fingerprint: string }
  /** `amount` as decimal text: what one certificate of the type is worth from then on. */
  | { readonly kind: 'certificate-value'; readonly certificateType: string; readonly amount: string };

/** What a resolution would decide, as a sentence names it. */
export function wordsOf(thing: Covered): Translated {
  switch (thing.kind) {
    case 'run':
      return {
        es: `el reparto de la gestión ${thing.season} con la huella ${thing.fingerprint}`,
        en: `the shares of season ${thing.season} with the fingerprint ${thing.fingerprint}`,
      };
    case 'run-reversal':
      return {
        es: `que se revierta el reparto de la gestión ${thing.season} con la huella ${thing.fingerprint}`,
        en: `that the shares of season ${thing.season} with the fingerprint ${thing.fingerprint} are reversed`,
      };
    case 'rules':
      return { es: `las reglas de la gestión ${thing.season}`, en: `the rules of season ${thing.season}` };
    case 'early-end':
      return {
        es: `que la gestión ${thing.season} termine antes`,
        en: `that season ${thing.season} ends early`,
      };
    case 'reopening':
      return {
        es: `que la gestión ${thing.season} se abra otra vez`,
        en: `that season ${thing.season} is opened again`,
      };
    case 'rule-set':
      return {
        es: `las reglas propias con la huella ${thing.fingerprint}`,
        en: `the co-op's own rules with the fingerprint ${thing.fingerprint}`,
      };
    case 'certificate-value':
      return {
        es: `que un certificado de la clase ${thing.certificateType} valga ${thing.amount}`,
        en: `that a certificate of the type ${thing.certificateType} is worth ${thing.amount}`,
      };
  }
}

/** A resolution with what it covers, in the words of the event: some kinds may not be known here yet. */
export type CoveringResolution = Resolution & {
  readonly covers: readonly {
    readonly kind: string;
    readonly season?: string;
    readonly fingerprint?: string;
    /** What may be used of a fund: which, and how much of it. */
    readonly fund?: string;
    readonly amount?: string;
    /** Whose value is changed to the amount. */
    readonly certificateType?: string;
    /** What is approved to pay certificates, by which unit. */
    readonly product?: string;
    readonly unit?: string;
  }[];
};

/**
 * @param since the first day on which the assembly could decide it, where there is one
 * @param at the place in the request of what is done under it
 * @throws Refusal `unknown-reference`, `resolution-not-carried`, `resolution-too-early`
 */
export function refuseUncarried(
  number: string,
  resolution: Resolution | undefined,
  since?: Day,
  at = '',
): asserts resolution is Resolution {
  if (!resolution) throw new Refusal('unknown-reference', `${at}/resolution`, { what: 'resolution', code: number });
  if (!resolution.carried) throw new Refusal('resolution-not-carried', `${at}/resolution`, { number });
  const { adoptedOn } = resolution;
  if (since !== undefined && adoptedOn < since)
    throw new Refusal('resolution-too-early', `${at}/resolution`, { number, adoptedOn, since });
}

/**
 * What takes a resolution is not done before the day on which the assembly decided it.
 * @throws Refusal `before-resolution`
 */
export function refuseBefore(resolution: Resolution | undefined, day: Day, at: string): void {
  if (resolution && day < resolution.adoptedOn)
    throw new Refusal('before-resolution', at, { day, number: resolution.number, adoptedOn: resolution.adoptedOn });
}
