/** A text in both languages of the product. */
export type Words = { readonly es: string; readonly en: string };

/**
 * How far the source of a line was read: the law's own text, the statute of a co-op that applies it, somebody who writes
 * about it, or nothing that we could check. Only the first is shown without a mark.
 */
export type Source = 'law' | 'statute' | 'secondary' | 'unverified';

/** Where something comes from: the article of the law, or of the statute that applies it. */
export type Sourced = { readonly article: string; readonly source: Source };
