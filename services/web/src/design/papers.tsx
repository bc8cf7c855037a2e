import { Copy, FileDown, Printer, ReceiptText } from 'lucide-react';
import { useState } from 'react';
import { answerOf } from '../api/answer-of.js';
import { askRaw } from '../api/ask.js';
import { Problem } from '../api/problem.js';
import type { Parts, ReadRoute, Sent } from '../api/route.js';
import { say } from '../words/say.js';
import { Button } from './button.js';
import { handFile, nameOfFile } from './hand-file.js';
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
  const asked: Parts = sent;
  const [busy, setBusy] = useState<Format>();
  const [problem, setProblem] = useState<Problem>();
  const [text, setText] = useState<string>();
  const [isCopied, setCopied] = useState(false);

  const fetchAs = async (format: Format): Promise<void> => {
    setBusy(format);
    setProblem(undefined);
    try {
      // a paper is a PDF unless it is asked otherwise, and some are nothing else
      const response = await askRaw(route, {
        ...sent,
        query: { ...asked.query, ...(format === 'pdf' ? {} : { format }) },
      });
      if (!response.ok) await answerOf(route, response);
      if (format !== 'text')
        return handFile(await response.blob(), nameOfFile(response, format === 'xlsx' ? 'ayni.xlsx' : 'ayni.pdf'));
      const message = await response.text();
      setText(message);
      setCopied(await copied(message));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    } finally {
      setBusy(undefined);
    }
  };
  return (
    <div className="stack small no-print">
      <div className="row">
        {formats.map((format) => {
          const Icon = ICONS[format];
          return (
            <Button key={format} busy={busy === format} onClick={() => void fetchAs(format)}>
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
