import { CodeField, CountField, DayField, TextField, YesNoField } from '@ayni/http/fields';
import type { Day } from '@ayni/kernel';
import { Listing } from '@ayni/http/listing';

/** What an assembly resolved. */
export class ResolutionRow {
  @CodeField() number!: string;
  @DayField() adoptedOn!: Day;
  @TextField(500) subject!: string;
  @CountField() votesFor!: number;
  @CountField() votesAgainst!: number;
  @CountField() abstentions!: number;
  @YesNoField() carried!: boolean;
}

export const resolutions = new Listing({
  row: ResolutionRow,
  name: 'resolutions',
  from: 'resolutions r',
  alias: 'r',
  columns: {
    number: 'r.number',
    adoptedOn: 'r.adopted_on',
    subject: 'r.subject',
    votesFor: 'r.votes_for',
    votesAgainst: 'r.votes_against',
    abstentions: 'r.abstentions',
    carried: 'r.votes_for > r.votes_against',
  },
  order: ['r.adopted_on', 'r.number'],
  day: 'r.adopted_on',
});
