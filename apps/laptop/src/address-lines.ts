import { renderUnicodeCompact } from 'uqr';
import type { Say } from './translations.js';

/** Where Ayni is, for people in front of a terminal: its address, and the same as a QR. */
export const addressLines = (url: string, say: Say): string =>
  [say('ready', { url }), '', renderUnicodeCompact(url), '', say('thisMachine')].join('\n');
