import { fieldOf } from '@ayni/kernel';
import { LATE_SERVICES, type LateRecord } from '../../hooks/use-late-records.js';
import { useWhole } from '../../hooks/use-whole.js';
import type { KeptCommand } from '../../offline/kept-command.js';
import { dayInWords } from '../../words/dates.js';
import { say } from '../../words/say.js';

/** What the treasurer decided about what came too late, once she has. */
export default function Decided({ command }: { command: KeptCommand }) {
  const service = LATE_SERVICES.find((one) => command.route.startsWith(`POST /api/${one}/`)) ?? 'sales';
  const codes = codesOf(command);
  const records = useWhole(`GET /api/${service}/v1/late-records`, {}).data?.value ?? [];
  return records
    .filter(({ code, state }) => codes.includes(code) && state !== 'waiting')
    .map((record) => <p key={record.id}>{inWords(record)}</p>);
}

const inWords = ({ state, postedOn, day, reason }: LateRecord): string =>
  state === 'posted'
    ? say('queue.posted', { day: dayInWords(postedOn ?? day) })
    : say('queue.notPosted', { reason: reason ?? '' });

/** By what the rows of a command are known. */
function codesOf({ sent }: KeptCommand): readonly string[] {
  const rows = fieldOf(fieldOf(sent, 'body'), 'rows');
  return (Array.isArray(rows) ? rows : []).map((row: unknown) =>
    String(fieldOf(row, 'receipt') ?? fieldOf(row, 'code')),
  );
}
