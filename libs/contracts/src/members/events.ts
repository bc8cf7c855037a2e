import { Type } from 'typebox';
import { eventType } from '../event-type.js';
import { amountInPlaces, code, count, currency, day, instant, record, text } from '../shapes.js';

export const coopRegistered = eventType('members', 'coop-registered', 1, {
  audience: 'public',
  aggregates: 'coops',
  sentWhen: 'a co-op was made',
  schema: record({ code, name: text, currency, timezone: Type.String() }),
});

export const householdRegistered = eventType('members', 'household-registered', 1, {
  audience: 'internal',
  aggregates: 'households',
  sentWhen: 'a household was put into the register',
  schema: record({ code, name: text, community: text }),
});

export const householdChanged = eventType('members', 'household-changed', 1, {
  audience: 'internal',
  aggregates: 'households',
  sentWhen: 'a household was corrected, retired or brought back; it carries the household as it stands now',
  schema: record({ code, name: text, community: text, retiredOn: Type.Optional(day) }),
});

const member = {
  number: code,
  givenNames: text,
  surnames: text,
  household: code,
  joinedOn: day,
  leftOn: Type.Optional(day),
};

export const memberJoined = eventType('members', 'member-joined', 1, {
  audience: 'internal',
  aggregates: 'members',
  sentWhen: 'a person was put into the register of members, also one who had left by then',
  schema: record(member),
});

/** Days of a membership that count in no season: they had been closed when it was entered. */
const uncounted = Type.Array(record({ from: day, until: day }));

export const memberJoinedV2 = eventType('members', 'member-joined', 2, {
  audience: 'internal',
  aggregates: 'members',
  sentWhen:
    'a person was put into the register of members who had joined before the end of a season that was closed by then; in place of the first version',
  schema: record({ ...member, uncounted }),
});

export const memberReturned = eventType('members', 'member-returned', 1, {
  audience: 'internal',
  aggregates: 'members',
  sentWhen: 'somebody who had left became a member again under her number; what she owes and owns is still hers',
  schema: record({ number: code, joinedOn: day, leftOn: Type.Optional(day), uncounted }),
});

export const memberChanged = eventType('members', 'member-changed', 1, {
  audience: 'internal',
  aggregates: 'members',
  sentWhen: "a member's name, household or heir changed; it carries the member as she stands now",
  schema: record({ ...member, heir: Type.Optional(text) }),
});

export const memberLeft = eventType('members', 'member-left', 1, {
  audience: 'internal',
  aggregates: 'members',
  sentWhen: 'a member left; her last day counts as membership',
  schema: record({ number: code, leftOn: day, reason: text }),
});

const resolution = {
  number: code,
  adoptedOn: day,
  votesFor: count,
  votesAgainst: count,
  abstentions: count,
  carried: Type.Boolean(),
};

export const resolutionAdopted = eventType('members', 'resolution-adopted', 1, {
  audience: 'public',
  aggregates: 'resolutions',
  sentWhen: 'a resolution of the assembly was entered with its votes',
  schema: record(resolution),
});

export const resolutionAdoptedV2 = eventType('members', 'resolution-adopted', 2, {
  audience: 'public',
  aggregates: 'resolutions',
  sentWhen: 'a resolution of the assembly was entered with its votes and what it covers, after the first version',
  schema: record({
    ...resolution,
    covers: Type.Array(
      record({
        kind: code,
        season: Type.Optional(code),
        fingerprint: Type.Optional(text),
        fund: Type.Optional(code),
        amount: Type.Optional(amountInPlaces),
        certificateType: Type.Optional(code),
        product: Type.Optional(code),
        unit: Type.Optional(code),
      }),
    ),
  }),
});

const covered = record({
  kind: code,
  season: Type.Optional(code),
  fingerprint: Type.Optional(text),
  fund: Type.Optional(code),
  amount: Type.Optional(amountInPlaces),
  certificateType: Type.Optional(code),
  product: Type.Optional(code),
  unit: Type.Optional(code),
});

export const assemblyClosed = eventType('members', 'assembly-closed', 1, {
  audience: 'internal',
  aggregates: 'assemblies',
  sentWhen:
    'an assembly was closed; it carries its minutes, but for how each member voted, and nothing of it changes any more',
  schema: record({
    code,
    day,
    startsAt: instant,
    place: text,
    calledOn: day,
    late: Type.Boolean(),
    quorumCall: Type.Union([Type.Literal('first'), Type.Literal('second')]),
    needed: count,
    members: count,
    present: count,
    openedAt: instant,
    closedAt: instant,
    agenda: Type.Array(
      record({
        number: Type.Integer({ minimum: 1 }),
        subject: text,
        state: Type.Union([
          Type.Literal('carried'),
          Type.Literal('rejected'),
          Type.Literal('heard'),
          Type.Literal('left'),
        ]),
        votesFor: Type.Optional(count),
        votesAgainst: Type.Optional(count),
        abstentions: Type.Optional(count),
        resolution: Type.Optional(code),
        covers: Type.Array(covered),
      }),
    ),
    attendance: Type.Array(code),
  }),
});

export const userChanged = eventType('members', 'user-changed', 1, {
  audience: 'internal',
  aggregates: 'users',
  sentWhen:
    'a user was named, or her roles, password, link to a member or leave to sign in changed; it carries her as she stands, and tokens of earlier versions hold no longer',
  schema: record({
    name: code,
    version: Type.Integer({ minimum: 1 }),
    roles: Type.Array(Type.String()),
    member: Type.Optional(code),
    active: Type.Boolean(),
  }),
});

export const accessEnded = eventType('members', 'access-ended', 1, {
  audience: 'internal',
  aggregates: 'access',
  sentWhen: 'a device was signed out, or the key of a program was ended; tokens that were given to it hold no longer',
  schema: record({
    access: Type.String({ pattern: '^[0-9a-f-]{36}$' }),
    user: Type.String({ minLength: 1, maxLength: 80 }),
  }),
});
