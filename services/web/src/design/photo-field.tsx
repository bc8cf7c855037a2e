import { useId, useState } from 'react';
import { ask } from '../api/ask.js';
import { newKey } from '../api/new-key.js';
import { Problem } from '../api/problem.js';
import { Notice } from './notice.js';
import { ProblemNotice } from './problem-notice.js';
import type { PhotoOf } from './smaller-photo.js';
import { say } from '../words/say.js';

/** Where the service that keeps what names a photo takes it. */
export type PhotoRoute =
  | 'POST /api/production/v1/attachments'
  | 'POST /api/inventory/v1/attachments'
  | 'POST /api/profit-sharing/v1/attachments';

const PICTURE_TYPES = 'image/jpeg,image/png,image/webp';
/** What a photo or PDF of a paper may be. */
export const PHOTO_TYPES = `${PICTURE_TYPES},application/pdf`;

/** Puts a photo or PDF of a paper into the books at once, made smaller on the device; what is recorded next names it. */
export function usePhoto(route: PhotoRoute, onPhoto: (hash: string | undefined) => void, of: PhotoOf = 'paper') {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const add = async (file: File | undefined): Promise<void> => {
    onPhoto(undefined);
    setProblem(undefined);
    if (file === undefined) return;
    setBusy(true);
    try {
      // sending needs a line, and so may fetching what makes it smaller: the page stays light
      const { smallerPhoto } = await import('./smaller-photo.js');
      const added = await ask(route, { body: await smallerPhoto(file, of) }, { key: newKey() });
      onPhoto(added.hash);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return { add, busy, problem };
}

/** A photo or PDF of a paper. It is put into the books at once, and needs a line; what is recorded next names it. */
export function PhotoField({
  route,
  label,
  there,
  hash,
  onPhoto,
  of = 'paper',
}: {
  /** Of the service that keeps what names it. */
  route: PhotoRoute;
  label: string;
  /** What is said once it is kept. */
  there: string;
  hash: string | undefined;
  onPhoto: (hash: string | undefined) => void;
  /** What is on it: a paper may be a PDF as well. */
  of?: PhotoOf;
}) {
  const id = useId();
  const { add, busy, problem } = usePhoto(route, onPhoto, of);
  return (
    <div className="stack small">
      <div className="field">
        <label htmlFor={id}>{label}</label>
        <input
          id={id}
          type="file"
          accept={of === 'paper' ? PHOTO_TYPES : PICTURE_TYPES}
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => void add(target.files?.[0])}
        />
        <div className="hint" id={`${id}-hint`}>
          {busy ? say('work.photoSending') : say('work.photoHint')}
        </div>
      </div>
      {hash === undefined ? null : (
        <Notice kind="done">
          <p>{there}</p>
        </Notice>
      )}
      {problem === undefined ? null : <ProblemNotice problem={problem} />}
    </div>
  );
}
