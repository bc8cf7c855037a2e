import { Link } from 'wouter';
import type { LateService } from '../hooks/use-late-records.js';
import { useWhole } from '../hooks/use-whole.js';
import { say } from '../words/say.js';
import { Notice } from './notice.js';

const useLate = (service: LateService): number =>
  useWhole(`GET /api/${service}/v1/late-records`, { query: { state: 'waiting' } }).data?.value.length ?? 0;

/** That something came when its season had closed, and waits for the treasurer; nothing where nothing does. */
export function LateHint() {
  const n = useLate('sales') + useLate('production') + useLate('inventory');
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
