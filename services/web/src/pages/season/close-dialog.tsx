import type { Answer } from '../../api/route.js';
import { serverNow } from '../../api/server-time.js';
import { Dialog } from '../../design/dialog.js';
import { DayField, LongTextField } from '../../design/field.js';
import { Form, type Typed } from '../../design/form.js';
import { Notice } from '../../design/notice.js';
import { ResolutionField } from '../../design/resolution-field.js';
import { useAct } from '../../hooks/use-act.js';
import { useWho } from '../../hooks/use-who.js';
import { dayIn } from '../../words/dates.js';
import { say } from '../../words/say.js';
import { SeasonAgainField } from './season-again-field.js';
import type { Unfinished } from './unfinished.js';

/** Asks whether a season is really to be closed: its code once more, and reasons where the system wants them. */
export function CloseDialog({
  season: { code, name, to },
  unfinished,
  onClose,
}: {
  season: Answer<'GET /api/profit-sharing/v1/seasons/{code}'>;
  unfinished: readonly Unfinished[];
  onClose: () => void;
}) {
  const { send, busy, problem } = useAct('POST /api/profit-sharing/v1/seasons/{code}/closing');
  const { timezone } = useWho().coop;
  const refusedFor = (fault: string): boolean => problem?.faults.some((one) => one.code === fault) ?? false;
  const isEarly = dayIn(timezone, serverNow()) <= to || refusedFor('season-not-over');
  const isReasoned =
    isEarly || unfinished.some(({ mayStay }) => mayStay === 'with-reason') || refusedFor('season-unfinished');

  const close = async (typed: Typed): Promise<boolean> => {
    const body = {
      season: typed.text('season'),
      ...(isEarly ? { early: true } : {}),
      ...typed.optional('to'),
      ...typed.optional('reason'),
      ...typed.optional('resolution'),
    };
    const answer = await send({ path: { code }, body });
    if (answer !== undefined) onClose();
    return answer !== undefined;
  };

  return (
    <Dialog title={say('season.closeTitle', { season: name })} onClose={onClose}>
      <Notice kind="waiting">
        <p>{say('season.closeText')}</p>
      </Notice>
      <Form onSend={close} problem={problem} busy={busy} send={say('season.close')}>
        <SeasonAgainField code={code} />
        {isEarly ? (
          <>
            <p>{say('season.early')}</p>
            <DayField name="to" label={say('season.earlyTo')} required />
            <ResolutionField thing={{ kind: 'early-end', season: code }} label={say('season.resolution')} />
          </>
        ) : null}
        {isReasoned ? (
          <LongTextField
            name="reason"
            label={say(isEarly ? 'season.earlyReason' : 'season.closeReason')}
            hint={say('season.closeReasonHint')}
          />
        ) : null}
      </Form>
    </Dialog>
  );
}
