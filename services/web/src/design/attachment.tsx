import { useEffect, useState } from 'react';
import { askPhoto, type ShownPhotoRoute } from '../api/ask-photo.js';
import { useAttempt } from '../hooks/use-attempt.js';
import { say } from '../words/say.js';
import { Button } from './button.js';
import { Dialog } from './dialog.js';
import { handFile } from './hand-file.js';
import { ProblemNotice } from './problem-notice.js';

/**
 * Shows a photo that a record names; what is no picture is put where this device puts what is fetched. The browser never
 * opens it as a page: it is fetched as bytes, and drawn.
 * @param of what it is of, for who hears the page
 */
export function Attachment({ route, hash, of }: { route: ShownPhotoRoute; hash: string; of: string }) {
  const { problem, busy, attempt } = useAttempt();
  const [address, setAddress] = useState<string>();

  useEffect(
    () => () => {
      if (address !== undefined) URL.revokeObjectURL(address);
    },
    [address],
  );
  const open = async (): Promise<void> => {
    const { file, name = hash } = await askPhoto(route, hash);
    if (file.type.startsWith('image/')) setAddress(URL.createObjectURL(file));
    else handFile(file, name);
  };
  return (
    <span className="no-print">
      <Button busy={busy} aria-label={`${say('work.seePhoto')}: ${of}`} onClick={() => void attempt(open)}>
        {say('work.seePhoto')}
      </Button>
      {problem === undefined ? null : <ProblemNotice problem={problem} />}
      {address === undefined ? null : (
        <Dialog title={say('work.paper')} onClose={() => setAddress(undefined)}>
          <img className="paper" src={address} alt={`${say('work.paper')}: ${of}`} />
        </Dialog>
      )}
    </span>
  );
}
