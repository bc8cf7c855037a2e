import type { Trial } from '../../api/trial.js';
import { Notice } from '../../design/notice.js';
import { say } from '../../words/say.js';

const LOADED = { rows: 'paste.loaded', receipts: 'bring.receiptsLoaded', seasons: 'bring.seasonsLoaded' } as const;
const WERE_THERE = {
  rows: 'bring.wereThere',
  receipts: 'bring.receiptsWereThere',
  seasons: 'bring.seasonsWereThere',
} as const;

/** What was brought; several rows may have been one receipt. */
export function Loaded({ recorded, unchanged, are }: Trial & { are: keyof typeof LOADED }) {
  return (
    <Notice kind="done">
      <p>{say(LOADED[are], { n: recorded })}</p>
      {unchanged === 0 ? null : <p>{say(WERE_THERE[are], { n: unchanged })}</p>}
    </Notice>
  );
}

/** What it would come to. */
export function Tried({ recorded, unchanged, faults }: Trial) {
  if (faults.length === 0)
    return (
      <Notice kind="done">
        <p>{say('paste.good', { recorded: String(recorded), unchanged: String(unchanged) })}</p>
      </Notice>
    );
  return (
    <Notice kind="refused" title={say('paste.faults', { n: faults.length })}>
      <p>{say('paste.faultsText')}</p>
    </Notice>
  );
}
