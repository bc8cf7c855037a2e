import { useEffect, useState } from 'react';
import { Button } from '../design/button.js';
import { onNewVersion, takeNewVersion } from '../offline/worker-client.js';
import { say } from '../words/say.js';

/** A new version of the pages waits until somebody takes it: nothing changes under her hands. */
export function NewVersion() {
  const [isThere, setThere] = useState(false);
  useEffect(() => onNewVersion(() => setThere(true)), []);
  if (!isThere) return null;
  return (
    <div className="band example row" role="status">
      {say('frame.newVersion')}
      <Button onClick={takeNewVersion}>{say('frame.update')}</Button>
    </div>
  );
}
