import type { Trial } from '../../api/trial.js';
import { Notice } from '../../design/notice.js';
import { say } from '../../words/say.js';

/** What was brought; several rows may have been one receipt. */
export function Loaded({ recorded, unchanged, areReceipts }: Trial & { areReceipts: boolean }) {
  return (
    <Notice kind="done">
      <p>{say(areReceipts ? 'bring.receiptsLoaded' : 'paste.loaded', { n: recorded })}</p>
      {unchanged === 0 ? null : (
        <p>{say(areReceipts ? 'bring.receiptsWereThere' : 'bring.wereThere', { n: unchanged })}</p>
      )}
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
