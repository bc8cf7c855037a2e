import { useState } from 'react';
import { Button } from '../../design/button.js';
import { ReasonDialog } from '../../design/reason-dialog.js';
import { useAct } from '../../hooks/use-act.js';
import type { LateRecord, LateService } from '../../hooks/use-late-records.js';
import { holds, useWho } from '../../hooks/use-who.js';
import { dayInWords, moment } from '../../words/dates.js';
import { say } from '../../words/say.js';
import { wordAlone } from '../../words/word-of.js';
import { PostDialog } from './post-dialog.js';
import { SentValues } from './sent-values.js';

/** The commands of each service for what came late. */
const GIVING_UP = {
  sales: 'POST /api/sales/v1/late-records/{id}/giving-up',
  production: 'POST /api/production/v1/late-records/{id}/giving-up',
  inventory: 'POST /api/inventory/v1/late-records/{id}/giving-up',
} as const satisfies Record<LateService, string>;

/** A record that came late: whose, of when, what it says, and what is to become of it. */
export function LateCard({
  service,
  record,
  onPosted,
}: {
  service: LateService;
  record: LateRecord;
  onPosted: (day: string) => void;
}) {
  const who = useWho();
  const { timezone } = who.coop;
  const givingUp = useAct(GIVING_UP[service]);
  const [open, setOpen] = useState<'post' | 'give-up'>();
  const close = (): void => setOpen(undefined);
  const { id, kind, code, day, happenedAt, keptBy, receivedAt, state, postedOn, reason, settledBy } = record;
  const name = `${wordAlone('thing', kind)} ${code}`;
  return (
    <li className="card stack small">
      <div className="row ends">
        <h3>{name}</h3>
        <span>{say('late.was', { time: happenedAt === null ? dayInWords(day) : moment(happenedAt, timezone) })}</span>
      </div>
      <p className="soft">{say('late.kept', { user: keptBy, time: moment(receivedAt, timezone) })}</p>
      <SentValues sent={record.sent} />
      {state === 'posted' ? (
        <p>{say('late.postedBy', { user: settledBy ?? '', day: dayInWords(postedOn ?? day) })}</p>
      ) : null}
      {state === 'given-up' ? <p>{say('late.givenUpBy', { user: settledBy ?? '', reason: reason ?? '' })}</p> : null}
      {state === 'waiting' && holds(who, 'treasurer') ? (
        <div className="row no-print">
          <Button kind="main" aria-label={`${say('late.post')}: ${name}`} onClick={() => setOpen('post')}>
            {say('late.post')}
          </Button>
          <Button kind="grave" aria-label={`${say('late.giveUp')}: ${name}`} onClick={() => setOpen('give-up')}>
            {say('late.giveUp')}
          </Button>
        </div>
      ) : null}
      {open === 'post' ? (
        <PostDialog service={service} id={id} name={name} onPosted={onPosted} onClose={close} />
      ) : null}
      {open === 'give-up' ? (
        <ReasonDialog
          title={say('late.giveUpTitle', { name })}
          text={say('late.giveUpText')}
          send={say('late.giveUp')}
          act={givingUp}
          onReason={async (why) => (await givingUp.send({ path: { id }, body: { reason: why } })) !== undefined}
          onClose={close}
        />
      ) : null}
    </li>
  );
}
