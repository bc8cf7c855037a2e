import { useId } from 'react';
import { DayInput } from '../../design/day-input.js';
import { useStructures } from '../../hooks/use-names.js';
import { usualActivities } from '../../words/activity.js';
import { say } from '../../words/say.js';
import type { SheetHead } from './sheet.js';

/** What stands at the head of the paper: day, task, place. */
export function SheetHeadFields({ head, onChange }: { head: SheetHead; onChange: (head: SheetHead) => void }) {
  const id = useId();
  const { rows } = useStructures();
  return (
    <div className="fields">
      <div className="field">
        <label htmlFor={`${id}-day`}>{say('forms.day')}</label>
        <DayInput id={`${id}-day`} required value={head.day} onDay={(day) => onChange({ ...head, day })} />
      </div>
      <div className="field">
        <label htmlFor={`${id}-activity`}>{say('work.activity')}</label>
        <input
          id={`${id}-activity`}
          list={`${id}-usual`}
          required
          maxLength={60}
          value={head.activity}
          onChange={({ target }) => onChange({ ...head, activity: target.value })}
        />
        <datalist id={`${id}-usual`}>
          {usualActivities().map((activity) => (
            <option key={activity} value={activity} />
          ))}
        </datalist>
      </div>
      <div className="field">
        <label htmlFor={`${id}-structure`}>{say('work.where')}</label>
        <select
          id={`${id}-structure`}
          value={head.structure}
          onChange={({ target }) => onChange({ ...head, structure: target.value })}
        >
          <option value="">{say('work.nowhere')}</option>
          {rows.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
