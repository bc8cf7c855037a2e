import { say } from '../../words/say.js';

/** What a kind of debt is called: `préstamo`. */
export const kindOfDebt = (kind: 'advance' | 'loan' | 'fine'): string => say(`debts.${kind}`);
