import { useEffect, useState } from 'react';
import { askRaw } from '../api/ask.js';
import { answerOf } from '../api/answer-of.js';
import { Problem } from '../api/problem.js';
import { keptPhoto } from '../offline/photos.js';
import { say } from '../words/say.js';
import { Button } from './button.js';
import { Dialog } from './dialog.js';
import { handFile, nameOfFile } from './hand-file.js';
import { ProblemNotice } from './problem-notice.js';

type Shown = 'GET /api/production/v1/attachments/{hash}' | 'GET /api/profit-sharing/v1/attachments/{hash}';

/**
 * Shows a photo that a record names; what is no picture is put where this device puts what is fetched. The browser never
 * opens it as a page: it is fetched as bytes, and drawn.
 * @param of what it is of, for who hears the page
 */
export function Attachment({ route, hash, of }: { route: Shown; hash: string; of: string }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [address, setAddress] = useState<string>();

  useEffect(
    () => () => {
      if (address !== undefined) URL.revokeObjectURL(address);
    },
    [address],
  );
  const open = async (): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    try {
      const { file, name } = await fileOf(route, hash);
      if (file.type.startsWith('image/')) setAddress(URL.createObjectURL(file));
      else handFile(file, name);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <span className="no-print">
      <Button busy={busy} aria-label={`${say('work.seePhoto')}: ${of}`} onClick={() => void open()}>
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

/** What has this hash: on this device, as long as it waits here to be sent. @throws Problem */
async function fileOf(route: Shown, hash: string): Promise<{ readonly file: Blob; readonly name: string }> {
  const kept = await keptPhoto(hash);
  if (kept !== undefined) return { file: kept.photo, name: hash };
  const response = await askRaw(route, { path: { hash } });
  if (!response.ok) await answerOf(route, response);
  return { file: await response.blob(), name: nameOfFile(response, hash) };
}
