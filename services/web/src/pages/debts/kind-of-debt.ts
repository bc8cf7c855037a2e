import { wordOf } from '../../words/word-of.js';

/** What a kind of debt is called: `préstamo`. */
export const kindOfDebt = (kind: string): string => wordOf('debt', kind);
