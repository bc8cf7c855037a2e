import { useId, useState } from 'react';
import { ask } from '../../api/ask.js';
import { newKey } from '../../api/new-key.js';
import { Problem } from '../../api/problem.js';
import { Notice } from '../../design/notice.js';
import { ProblemNotice } from '../../design/problem-notice.js';
import { say } from '../../words/say.js';

/** A photo of the paper sheet. It is put into the books at once, and needs a line; the hours of the sheet name it. */
export function PhotoField({
  hash,
  onPhoto,
}: {
  hash: string | undefined;
  onPhoto: (hash: string | undefined) => void;
}) {
  const id = useId();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  const add = async (file: File | undefined): Promise<void> => {
    onPhoto(undefined);
    setProblem(undefined);
    if (file === undefined) return;
    setBusy(true);
    try {
      const added = await ask('POST /api/production/v1/attachments', { body: file }, { key: newKey() });
      onPhoto(added.hash);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="stack small">
      <div className="field">
        <label htmlFor={id}>{say('work.photo')}</label>
        <input
          id={id}
          type="file"
          accept="image/jpeg,image/png,image/webp,application/pdf"
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => void add(target.files?.[0])}
        />
        <div className="hint" id={`${id}-hint`}>
          {busy ? say('work.photoSending') : say('work.photoHint')}
        </div>
      </div>
      {hash === undefined ? null : (
        <Notice kind="done">
          <p>{say('work.photoThere')}</p>
        </Notice>
      )}
      {problem === undefined ? null : <ProblemNotice problem={problem} />}
    </div>
  );
}
