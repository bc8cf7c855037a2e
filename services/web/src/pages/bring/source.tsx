import { useId, useState } from 'react';
import { Refusal } from '@ayni/kernel';
import { ENCODINGS, type Encoding, type Row, type Spreadsheet } from '@ayni/spreadsheets';
import { ChoiceFilter } from '../../design/filter.js';
import { Notice } from '../../design/notice.js';
import { readFile } from '../../hooks/read-file.js';
import { language } from '../../words/language.js';
import { say } from '../../words/say.js';
import type { BroughtColumn } from './kind.js';

/** Where the rows come from: a file of this device, or what was copied in a spreadsheet. */
export function Source({
  columns,
  read,
  onSheet,
}: {
  columns: readonly BroughtColumn[];
  read: (text: string) => readonly Row[];
  onSheet: (rows: readonly Row[]) => void;
}) {
  const id = useId();
  const [text, setText] = useState('');
  const [file, setFile] = useState<File>();
  const [opened, setOpened] = useState<Spreadsheet>();
  const [at, setAt] = useState(0);
  const [isReading, setReading] = useState(false);
  const [refused, setRefused] = useState<string>();

  const take = (sheets: Spreadsheet['sheets'], index: number): void => {
    setAt(index);
    onSheet(sheets[index]?.rows ?? []);
  };
  const pick = async (picked: File, encoding?: Encoding): Promise<void> => {
    setText('');
    setFile(picked);
    setReading(true);
    // what was read before is not what is tried next
    onSheet([]);
    const answered = await readFile(picked, encoding);
    setReading(false);
    setRefused('refused' in answered ? answered.refused : undefined);
    const spreadsheet = 'spreadsheet' in answered ? answered.spreadsheet : { sheets: [] };
    setOpened(spreadsheet);
    take(
      spreadsheet.sheets,
      Math.max(
        0,
        spreadsheet.sheets.findIndex(({ rows }) => rows.length > 0),
      ),
    );
  };
  const paste = (typed: string): void => {
    setText(typed);
    setFile(undefined);
    setOpened(undefined);
    try {
      const rows = read(typed);
      setRefused(undefined);
      onSheet(rows);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      setRefused(error.text(language()));
      onSheet([]);
    }
  };
  const sheets = opened?.sheets ?? [];
  return (
    <div className="stack">
      <div className="fields">
        <div className="field">
          <label htmlFor={`${id}-file`}>{say('bring.file')}</label>
          <input
            id={`${id}-file`}
            type="file"
            accept=".csv,.tsv,.txt,.xlsx,.xlsm"
            aria-describedby={`${id}-kinds`}
            onChange={({ target }) => {
              const picked = target.files?.[0];
              if (picked) void pick(picked);
            }}
          />
          <div className="hint" id={`${id}-kinds`}>
            {say('bring.fileHint')}
          </div>
        </div>
        {sheets.length < 2 ? null : (
          <ChoiceFilter
            label={say('bring.sheet')}
            value={at === 0 ? '' : String(at)}
            onChoose={(index) => take(sheets, Number(index))}
            none={sheets[0]?.name ?? ''}
            choices={sheets.slice(1).map(({ name }, i) => ({ value: String(i + 1), label: name }))}
          />
        )}
        {file === undefined || opened?.encoding === undefined ? null : (
          <ChoiceFilter
            label={say('bring.encoding')}
            value={opened.encoding === 'utf-8' ? '' : opened.encoding}
            onChoose={(name) => void pick(file, ENCODINGS.find((known) => known === name) ?? 'utf-8')}
            none="UTF-8"
            choices={[
              { value: 'windows-1252', label: 'Windows-1252' },
              { value: 'utf-16le', label: 'UTF-16' },
              { value: 'utf-16be', label: 'UTF-16 BE' },
            ]}
          />
        )}
      </div>
      {isReading ? <p role="status">{say('bring.reading')}</p> : null}
      {refused === undefined ? null : (
        <Notice kind="refused" title={say('bring.refused')}>
          <p>{refused}</p>
        </Notice>
      )}
      <div className="field">
        <label htmlFor={id}>{say('paste.rows')}</label>
        <textarea
          id={id}
          rows={6}
          value={text}
          spellCheck={false}
          aria-describedby={`${id}-hint`}
          onChange={(event) => paste(event.target.value)}
        />
        <div className="hint" id={`${id}-hint`}>
          {say('paste.hint', { columns: columns.map(({ label }) => label).join(' · ') })}
        </div>
      </div>
    </div>
  );
}
