import { serverNow } from '../../api/server-time.js';
import { Notice } from '../../design/notice.js';
import type { ItemOf } from '../../hooks/use-list.js';
import { useWhole } from '../../hooks/use-whole.js';
import { useWho } from '../../hooks/use-who.js';
import { moment } from '../../words/dates.js';
import { say } from '../../words/say.js';

type Device = ItemOf<'GET /api/members/v1/user-devices'>;

const UNHEARD_DAYS = 7;
const DAY_MS = 86_400_000;

const mayKeep = ({ waiting, usedAt }: Device): boolean =>
  waiting > 0 || serverNow().getTime() - Date.parse(usedAt) > UNHEARD_DAYS * DAY_MS;

/** The phones that may still keep records of a season that is about to close: what they bring later comes late. */
export function Unheard() {
  const { timezone } = useWho().coop;
  const unheard = (useWhole('GET /api/members/v1/user-devices', {}).data?.value ?? []).filter(mayKeep);
  if (unheard.length === 0) return null;
  return (
    <Notice kind="waiting" title={say('season.unheard')}>
      <p>{say('season.unheardText')}</p>
      <ul>
        {unheard.map(({ id, user, label, usedAt, waiting }) => (
          <li key={id}>
            {say('season.unheardPhone', { user, device: label, time: moment(usedAt, timezone), n: String(waiting) })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
