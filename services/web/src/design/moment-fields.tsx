import { serverNow } from '../api/server-time.js';
import { useWho } from '../hooks/use-who.js';
import { dayIn, timeOfDay } from '../words/dates.js';
import { instantOf } from '../words/instant.js';
import { say } from '../words/say.js';
import { DayField, TimeField } from './field.js';
import type { Typed } from './form.js';

/** When something happened, or will: now by the clock of the co-op, or on a day that is proposed, unless somebody says otherwise. */
export function MomentFields({ at, proposed }: { at: string; proposed?: string }) {
  const { timezone } = useWho().coop;
  const now = serverNow();
  return (
    <div className="fields">
      <DayField name="day" at={at} label={say('forms.day')} defaultValue={proposed ?? dayIn(timezone, now)} required />
      <TimeField
        name="time"
        at={`${at}/time`}
        label={say('forms.time')}
        defaultValue={timeOfDay(now, timezone)}
        required
      />
    </div>
  );
}

/** What was said in them. */
export const momentOf = (typed: Typed, timezone: string): string =>
  instantOf(typed.text('day'), typed.text('time'), timezone);
