import { Copy, FileDown, Printer, ReceiptText } from 'lucide-react';
import { useState } from 'react';
import { askFile } from '../api/ask-file.js';
import type { Parts, ReadRoute, Sent } from '../api/route.js';
import { useAttempt } from '../hooks/use-attempt.js';
import { say } from '../words/say.js';
import { Button } from './button.js';
import { handFile } from './hand-file.js';
import { ProblemNotice } from './problem-notice.js';

const ICONS = { pdf: Printer, roll: ReceiptText, text: Copy, xlsx: FileDown } as const;
type Format = keyof typeof ICONS;

/** Routes that answer a paper. */
export type PaperRoute = Extract<ReadRoute, `${string}/papers/${string}`>;

/** Fetches what a page shows as a paper: a PDF of A4, one for the printer of a stall, or a text for a message. */
export function Papers<R extends PaperRoute>({
  route,
  sent,
  formats,
}: {
  route: R;
  sent: Sent<R>;
  formats: readonly Format[];
}) {
  const { query }: Parts = sent;
  const { problem, busy, attempt } = useAttempt();
  const [asked, setAsked] = useState<Format>();
  const [text, setText] = useState<string>();
  const [isCopied, setCopied] = useState(false);

  const fetchAs = async (format: Format): Promise<void> => {
    // a paper is a PDF unless it is asked otherwise, and some are nothing else
    const { file, name = format === 'xlsx' ? 'ayni.xlsx' : 'ayni.pdf' } = await askFile(route, {
      ...sent,
      query: { ...query, ...(format === 'pdf' ? {} : { format }) },
    });
    if (format !== 'text') return handFile(file, name);
    const message = await file.text();
    setText(message);
    setCopied(await copied(message));
  };
  const take = (format: Format): void => {
    setAsked(format);
    void attempt(() => fetchAs(format));
  };
  return (
    <div className="stack small no-print">
      <div className="row">
        {formats.map((format) => {
          const Icon = ICONS[format];
          return (
            <Button key={format} busy={busy && asked === format} onClick={() => take(format)}>
              <Icon aria-hidden="true" />
              {say(`papers.${format}`)}
            </Button>
          );
        })}
      </div>
      {text === undefined ? null : (
        <div className="card stack small" role="status">
          <p>{say(isCopied ? 'papers.copied' : 'papers.copyThis')}</p>
          <p className="message">{text}</p>
        </div>
      )}
      {problem === undefined ? null : <ProblemNotice problem={problem} />}
    </div>
  );
}

/** Where a device lets nobody copy, the text is there to be marked. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
