import { useState } from 'react';
import { FileDown } from 'lucide-react';
import { askFile } from '../api/ask-file.js';
import type { Sent, TableRoute } from '../api/route.js';
import { useAttempt } from '../hooks/use-attempt.js';
import { say } from '../words/say.js';
import { Button } from './button.js';
import { handFile } from './hand-file.js';
import { ProblemNotice } from './problem-notice.js';

const FORMATS = ['csv', 'xlsx'] as const;
type Format = (typeof FORMATS)[number];

/** Fetches the table that a page shows as a file, whole, however much of it the page has asked for so far. */
export function Downloads<R extends TableRoute>({ route, sent }: { route: R; sent: Sent<R> }) {
  const { problem, busy, attempt } = useAttempt();
  const [asked, setAsked] = useState<Format>();

  const fetchAs = async (format: Format): Promise<void> => {
    const { query }: { readonly query?: object } = { ...sent };
    // a spreadsheet takes a CSV for UTF-8 where it begins with the mark
    const mark = format === 'csv' ? { bom: 'true' } : {};
    const { file, name = `ayni.${format}` } = await askFile(route, { ...sent, query: { ...query, format, ...mark } });
    handFile(file, name);
  };
  const take = (format: Format): void => {
    setAsked(format);
    void attempt(() => fetchAs(format));
  };
  return (
    <div className="stack small no-print">
      <div className="row">
        {FORMATS.map((format) => (
          <Button key={format} busy={busy && asked === format} onClick={() => take(format)}>
            <FileDown aria-hidden="true" />
            {say(`forms.${format}`)}
          </Button>
        ))}
      </div>
      {problem === undefined ? null : <ProblemNotice problem={problem} />}
    </div>
  );
}
