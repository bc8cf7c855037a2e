import { CodeField, DayField, OneOfField, TextField, WholeField } from '@ayni/http/fields';
import { ListQuery } from '@ayni/http/listing';
import { BIRTH_YEAR_MIN, LEAVINGS, SEXES, type Leaving, type Sex } from '../domain/member.js';

const BIRTH_YEAR_MAX = 9999;

export class MemberRequest {
  @CodeField({ description: 'the number by which the co-op knows her' })
  number!: string;

  @TextField(200)
  givenNames!: string;

  @TextField(200)
  surnames!: string;

  @OneOfField(SEXES)
  sex!: Sex;

  @WholeField(BIRTH_YEAR_MIN, BIRTH_YEAR_MAX)
  birthYear!: number;

  @CodeField({ of: 'household', description: 'the code of a registered household' })
  household!: string;

  @DayField()
  joinedOn!: string;

  @DayField({ optional: true, description: 'her last day, where she has left' })
  leftOn?: string | null;

  @CodeField({ optional: true, description: 'that admits her, where the co-op asks for one' })
  resolution?: string | null;
}

export class ChangeMemberRequest {
  @TextField(200, { optional: true })
  givenNames?: string | null;

  @TextField(200, { optional: true })
  surnames?: string | null;

  @OneOfField(SEXES, { optional: true })
  sex?: Sex | null;

  @WholeField(BIRTH_YEAR_MIN, BIRTH_YEAR_MAX, { optional: true })
  birthYear?: number | null;

  @CodeField({ of: 'household', optional: true })
  household?: string | null;

  @TextField(200, { optional: true, description: 'null where there is none any more' })
  heir?: string | null;
}

export class DepartureRequest {
  @DayField({ description: 'her last day, which still counts' })
  leftOn!: string;

  @TextField(500)
  reason!: string;

  @OneOfField(LEAVINGS, { optional: true, description: 'it stays in the register: no event tells it' })
  cause?: Leaving | null;
}

export class ReturnRequest {
  @DayField({ description: 'the first day of her new membership' })
  joinedOn!: string;

  @DayField({ optional: true, description: 'its last day, where she has left again' })
  leftOn?: string | null;

  @CodeField({ optional: true, description: 'that admits her, where the co-op asks for one' })
  resolution?: string | null;
}

export class MembersQuery extends ListQuery {
  @CodeField({ of: 'member', optional: true })
  member?: string;

  @CodeField({ of: 'household', optional: true })
  household?: string;

  @DayField({ optional: true, description: 'only who was a member on that day' })
  on?: string;
}
