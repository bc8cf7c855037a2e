import { useEffect, useId, useRef } from 'react';
import { ask } from '../api/ask.js';
import { newKey } from '../api/new-key.js';
import type { Problem } from '../api/problem.js';
import { useAttempt } from '../hooks/use-attempt.js';
import { useKeptPhoto } from '../hooks/use-kept-photo.js';
import type { PhotoRoute } from '../offline/kept-photo.js';
import { dropPhoto, keepPhoto, problemOf, sendPhoto } from '../offline/photos.js';
import { KeptField } from './kept-field.js';
import { Notice } from './notice.js';
import { ProblemNotice } from './problem-notice.js';
import { smallerPhoto, type PhotoOf } from './smaller-photo.js';
import { say } from '../words/say.js';

const PICTURE_TYPES = 'image/jpeg,image/png,image/webp';
/** What a photo or PDF of a paper may be. */
export const PHOTO_TYPES = `${PICTURE_TYPES},application/pdf`;

/**
 * Takes a photo or PDF of a paper, made smaller: it is on this device's disk before anything else, and known by its hash at
 * once. With a line it goes into the books now, without one it waits; what is recorded next names it.
 */
export function usePhoto(route: PhotoRoute, onPhoto: (hash: string | undefined) => void, of: PhotoOf = 'paper') {
  const { problem, busy, attempt } = useAttempt();
  const put = async (photo: Blob): Promise<void> => {
    const kept = await keepPhoto(route, photo).catch(() => undefined);
    // where this device keeps nothing, it is sent or lost
    if (kept === undefined) return onPhoto((await ask(route, { body: photo }, { key: newKey() })).hash);
    onPhoto(kept.hash);
    const answered = await sendPhoto(kept);
    if (answered.state !== 'refused') return;
    await dropPhoto(kept.hash);
    onPhoto(undefined);
    throw problemOf(answered);
  };
  const add = (file: File | undefined): void => {
    onPhoto(undefined);
    void attempt(async () => {
      if (file !== undefined) await put(await smallerPhoto(file, of));
    });
  };
  return { add, busy, problem };
}

/** Why a photo was not taken: refused by the system, or lost where there is no line and the device keeps nothing. */
export function PhotoProblem({ problem }: { problem: Problem }) {
  return problem.status === 0 ? (
    <Notice kind="refused">
      <p>{say('work.photoLost')}</p>
    </Notice>
  ) : (
    <ProblemNotice problem={problem} />
  );
}

/** A photo or PDF of a paper, sent now or once there is a line; what is recorded next names it. */
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
  /** What is said once it is in the books. */
  there: string;
  hash: string | undefined;
  onPhoto: (hash: string | undefined) => void;
  /** What is on it: a paper may be a PDF as well. */
  of?: PhotoOf;
}) {
  const id = useId();
  const { add, busy, problem } = usePhoto(route, onPhoto, of);
  const { kept, isSent } = useKeptPhoto(hash);
  return (
    <div className="stack small">
      <KeptField name="photo" value={hash ?? ''} onRestored={(before) => onPhoto(before === '' ? undefined : before)} />
      <div className="field">
        <label htmlFor={id}>{label}</label>
        <input
          id={id}
          type="file"
          accept={of === 'paper' ? PHOTO_TYPES : PICTURE_TYPES}
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => add(target.files?.[0])}
        />
        <div className="hint" id={`${id}-hint`}>
          {busy ? say('work.photoSending') : say('work.photoHint')}
        </div>
      </div>
      {isSent ? (
        <Notice kind="done">
          <p>{there}</p>
        </Notice>
      ) : null}
      {kept === undefined || busy ? null : (
        <Notice kind="waiting" title={say('work.photoWaits')}>
          <p>{say('work.photoWaitsText')}</p>
          <PhotoHere photo={kept.photo} label={label} />
        </Notice>
      )}
      {problem === undefined ? null : <PhotoProblem problem={problem} />}
    </div>
  );
}

/** A photo that is on this device; nothing where it is no picture. */
function PhotoHere({ photo, label }: { photo: Blob; label: string }) {
  const shown = useRef<HTMLImageElement>(null);
  useEffect(() => {
    const address = URL.createObjectURL(photo);
    if (shown.current) shown.current.src = address;
    return () => URL.revokeObjectURL(address);
  }, [photo]);
  return photo.type.startsWith('image/') ? <img ref={shown} className="paper" alt={label} /> : null;
}
