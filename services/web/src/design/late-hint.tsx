import { Link } from 'wouter';
import { LATE_SERVICES, useLateRecords } from '../hooks/use-late-records.js';
import { say } from '../words/say.js';
import { Notice } from './notice.js';

/** That something came when its season had closed, and waits for the treasurer; nothing where nothing does. */
export function LateHint() {
  const lists = useLateRecords('waiting');
  const n = LATE_SERVICES.reduce((sum, service) => sum + (lists[service].items?.length ?? 0), 0);
  if (n === 0) return null;
  return (
    <Notice kind="waiting">
      <p>{say('late.hint', { n })}</p>
      <div>
        <Link href="/registros-tarde" className="button">
          {say('late.look')}
        </Link>
      </div>
    </Notice>
  );
}
