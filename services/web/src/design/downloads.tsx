import { useState } from 'react';
import { FileDown } from 'lucide-react';
import { askRaw } from '../api/ask.js';
import { answerOf } from '../api/answer-of.js';
import { Problem } from '../api/problem.js';
import type { Sent, TableRoute } from '../api/route.js';
import { say } from '../words/say.js';
import { Button } from './button.js';
import { handFile, nameOfFile } from './hand-file.js';
import { ProblemNotice } from './problem-notice.js';

const FORMATS = ['csv', 'xlsx'] as const;
type Format = (typeof FORMATS)[number];

/** Fetches the table that a page shows as a file, whole, however much of it the page has asked for so far. */
export function Downloads<R extends TableRoute>({ route, sent }: { route: R; sent: Sent<R> }) {
  const [busy, setBusy] = useState<Format>();
  const [problem, setProblem] = useState<Problem>();

  const fetchAs = async (format: Format): Promise<void> => {
    setBusy(format);
    setProblem(undefined);
    try {
      const { query }: { readonly query?: object } = { ...sent };
      // a spreadsheet takes a CSV for UTF-8 where it begins with the mark
      const mark = format === 'csv' ? { bom: 'true' } : {};
      const response = await askRaw(route, { ...sent, query: { ...query, format, ...mark } });
      if (!response.ok) await answerOf(route, response);
      handFile(await response.blob(), nameOfFile(response, `ayni.${format}`));
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
        {FORMATS.map((format) => (
          <Button key={format} busy={busy === format} onClick={() => void fetchAs(format)}>
            <FileDown aria-hidden="true" />
            {say(`forms.${format}`)}
          </Button>
        ))}
      </div>
      {problem === undefined ? null : <ProblemNotice problem={problem} />}
    </div>
  );
}
