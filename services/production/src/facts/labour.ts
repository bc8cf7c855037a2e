import type { Day } from '@ayni/kernel';
import { CodeField, DayField, TextField, WholeField } from '@ayni/http/fields';
import { MINUTES_MAX } from '../domain/labour.js';

/** What work and care records have in common: what somebody did on a day, and for how long. */
export abstract class Labour {
  @CodeField() code!: string;
  @DayField() workedOn!: Day;
  @CodeField({ of: 'member', description: 'the number of the member who did it' }) member!: string;
  @TextField(200) activity!: string;
  @WholeField(1, MINUTES_MAX) minutes!: number;
}
