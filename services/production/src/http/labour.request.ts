import { parseDay } from '@ayni/kernel';
import { CodeField, DayField, TextField, WholeField } from '@ayni/http/fields';
import { MINUTES_MAX, type Labour } from '../domain/labour.js';

/** What work and care records have in common. */
export class LabourRequest {
  @CodeField()
  code!: string;

  @DayField()
  workedOn!: string;

  @CodeField({ description: 'the number of the member who did it' })
  member!: string;

  @TextField(200)
  activity!: string;

  @WholeField(1, MINUTES_MAX)
  minutes!: number;
}

export const toLabour = ({ code, workedOn, member, activity, minutes }: LabourRequest, i: number): Labour => ({
  code,
  day: parseDay(workedOn, `/rows/${i}/workedOn`),
  member,
  activity,
  minutes,
});
