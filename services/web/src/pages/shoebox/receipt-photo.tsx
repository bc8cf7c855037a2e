import { Paperclip } from 'lucide-react';
import { useRef } from 'react';
import { Attachment } from '../../design/attachment.js';
import { Button } from '../../design/button.js';
import { Pill } from '../../design/notice.js';
import { PHOTO_TYPES, PhotoProblem, usePhoto } from '../../design/photo-field.js';
import { useKeptPhoto } from '../../hooks/use-kept-photo.js';
import { say } from '../../words/say.js';

/** The photo or PDF of a receipt of the box: sent now or once there is a line, and the expense names it. */
export function ReceiptPhoto({
  name,
  hash,
  onPhoto,
}: {
  /** What the receipt is called, such as `Recibo 2`. */
  name: string;
  /** Empty where there is none. */
  hash: string;
  onPhoto: (hash: string) => void;
}) {
  const file = useRef<HTMLInputElement>(null);
  const { add, busy, problem } = usePhoto('POST /api/profit-sharing/v1/attachments', (added) => onPhoto(added ?? ''));
  const { kept } = useKeptPhoto(hash);
  return (
    <>
      <input
        ref={file}
        type="file"
        hidden
        accept={PHOTO_TYPES}
        aria-label={say('shoebox.photoOf', { receipt: name })}
        onChange={({ target }) => add(target.files?.[0])}
      />
      <Button
        kind="bare"
        busy={busy}
        aria-label={say('shoebox.photoOf', { receipt: name })}
        onClick={() => file.current?.click()}
      >
        <Paperclip aria-hidden="true" />
      </Button>
      {kept === undefined || busy ? null : <Pill kind="waiting">{say('work.photoWaits')}</Pill>}
      {hash === '' ? null : <Attachment route="GET /api/profit-sharing/v1/attachments/{hash}" hash={hash} of={name} />}
      {problem === undefined ? null : <PhotoProblem problem={problem} />}
    </>
  );
}
