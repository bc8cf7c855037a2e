import { Link } from 'wouter';
import { Pill } from '../../design/notice.js';
import { say } from '../../words/say.js';
import { documentWord } from '../../words/word-of.js';

type Named = { readonly source: string; readonly code: string };

/** What an entry comes of, in words; shares have no code that anybody would know. */
export const sourceName = ({ source, code }: Named): string =>
  source === 'run' ? documentWord(source) : `${documentWord(source)} ${code}`;

/** What an entry comes of, and where that is looked at. */
export function Source({ entry }: { entry: Named & { readonly posting: 'record' | 'reversal' } }) {
  const { source, code, posting } = entry;
  const named = encodeURIComponent(code);
  const at = source === 'sale' ? `/ventas/${named}` : source === 'run' ? `/reparto/${named}` : undefined;
  const name = sourceName(entry);
  return (
    <span className="row">
      {at === undefined ? name : <Link href={at}>{name}</Link>}
      {posting === 'reversal' ? <Pill kind="refused">{say('ledger.reversal')}</Pill> : null}
    </span>
  );
}
