import { Link } from 'wouter';
import { Pill } from '../../design/notice.js';
import { say } from '../../words/say.js';
import { documentWord } from '../../words/word-of.js';

/** What an entry comes of, and where that is looked at. */
export function Source({
  entry: { source, code, posting },
}: {
  entry: { readonly source: string; readonly code: string; readonly posting: 'record' | 'reversal' };
}) {
  const named = encodeURIComponent(code);
  const at = source === 'sale' ? `/ventas/${named}` : source === 'run' ? `/reparto/${named}` : undefined;
  // shares have no code that anybody would know
  const name = source === 'run' ? documentWord(source) : `${documentWord(source)} ${code}`;
  return (
    <span className="row">
      {at === undefined ? name : <Link href={at}>{name}</Link>}
      {posting === 'reversal' ? <Pill kind="refused">{say('ledger.reversal')}</Pill> : null}
    </span>
  );
}
