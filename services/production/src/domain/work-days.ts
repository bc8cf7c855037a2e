import { Refusal, type Day } from '@ayni/kernel';
import { MINUTES_MAX } from './labour.js';

/** Work of a member on a day. */
type WorkOfDay = { readonly member: string; readonly day: Day; readonly minutes: number };

const keyOf = ({ member, day }: Omit<WorkOfDay, 'minutes'>): string => `${day} ${member}`;

/** How much members worked on each day, so that nobody works more than a day has. */
export class WorkDays {
  private readonly minutes: Map<string, number>;

  constructor(standing: readonly WorkOfDay[]) {
    this.minutes = new Map(standing.map((worked) => [keyOf(worked), worked.minutes]));
  }

  /** @throws Refusal `day-too-long` */
  add(work: WorkOfDay, pointer: string): void {
    const { member, day } = work;
    const minutes = (this.minutes.get(keyOf(work)) ?? 0) + work.minutes;
    if (minutes > MINUTES_MAX) throw new Refusal('day-too-long', pointer, { member, day, minutes: minutes.toString() });
    this.minutes.set(keyOf(work), minutes);
  }
}
