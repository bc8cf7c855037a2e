import {
  AmountField,
  CodeField,
  CountField,
  DayField,
  OneOfField,
  ShownListField,
  ShownTextField,
  TextField,
  YesNoField,
} from '@ayni/http/fields';
import type { Day } from '@ayni/kernel';
import { Listing } from '@ayni/http/listing';
import { COVERED_KINDS, type Covered, type CoveredKind } from '../../domain/resolution.js';

export class CoveredThing implements Covered {
  @OneOfField(COVERED_KINDS) kind!: CoveredKind;
  @CodeField({ optional: true, description: 'of a season, a run and its rules' }) season?: string;
  @ShownTextField({ optional: true, description: 'of a run alone' }) fingerprint?: string;
  @CodeField({ optional: true, description: 'the fund that may be used' }) fund?: string;
  @CodeField({ optional: true, description: 'of who is admitted: the number that she is given' }) member?: string;
  @AmountField({
    optional: true,
    description: 'how much of it may be used, or what one certificate, one unit or an hour is worth',
  })
  amount?: string;
  @CodeField({ optional: true, description: 'the type of certificates that is worth so much' })
  certificateType?: string;
  @CodeField({ optional: true, description: 'the product that pays certificates' }) product?: string;
  @CodeField({ optional: true, description: 'the unit of it that counts for so much' }) unit?: string;
}

/** What an assembly resolved. */
export class ResolutionRow {
  @CodeField() number!: string;
  @DayField() adoptedOn!: Day;
  @TextField(500) subject!: string;
  @CountField() votesFor!: number;
  @CountField() votesAgainst!: number;
  @CountField() abstentions!: number;
  @YesNoField() carried!: boolean;
  @ShownListField(() => CoveredThing, { description: 'what it decides in the system' })
  covers!: readonly CoveredThing[];
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
    covers: 'r.covers',
  },
  order: ['r.adopted_on', 'r.number'],
  day: 'r.adopted_on',
});
