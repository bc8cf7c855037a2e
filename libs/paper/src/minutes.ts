import { choiceWord, dayIn, figureText, type Day, type Instant, type Language, type Zone } from '@ayni/kernel';
import { MINUTES_WORDS } from './minutes-words.js';
import type { Part, Sheet } from './sheet.js';

/** An item of the agenda, and what came of it. */
export type MinutedItem = {
  readonly number: number;
  readonly subject: string;
  readonly state: 'waiting' | 'voting' | 'carried' | 'rejected' | 'heard' | 'left';
  /** Null of what was not voted on, and until a vote has ended. */
  readonly votesFor: number | null;
  readonly votesAgainst: number | null;
  readonly abstentions: number | null;
  /** The number of the resolution that it became. */
  readonly resolution: string | null;
  readonly covers: readonly Covered[];
};

type Covered = {
  readonly kind: string;
  readonly season?: string | undefined;
  readonly fund?: string | undefined;
  readonly amount?: string | undefined;
};

/** A vote of an open ballot, whether it was taken back or not. */
export type MinutedVote = {
  readonly item: number;
  readonly name: string;
  readonly choice: 'for' | 'against' | 'abstain';
  readonly own: boolean;
  readonly recordedBy: string;
  readonly withdrawn: string | null;
};

/** What is written down of an assembly. */
export type Minutes = {
  readonly code: string;
  readonly day: Day;
  readonly place: string;
  readonly startsAt: Instant;
  readonly calledOn: Day;
  /** Whether it was called with too few days of notice. */
  readonly late: boolean;
  readonly quorumCall: 'first' | 'second' | null;
  readonly needed: number | null;
  readonly members: number | null;
  readonly present: number | null;
  readonly openedAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly agenda: readonly MinutedItem[];
  readonly attendance: readonly { readonly member: string; readonly name: string }[];
  /** None where they are kept elsewhere. */
  readonly votes: readonly MinutedVote[];
};

/** Whose assembly it was, and in which zone its hours are told. */
export type MinutedCoop = { readonly name: string; readonly timezone: Zone };

/** Minutes as they are printed, with room for who was there to sign. */
export function minutesSheet(minutes: Minutes, coop: MinutedCoop, language: Language): Sheet {
  const words = MINUTES_WORDS[language];
  const { day, place, calledOn, late, startsAt, agenda, attendance, quorumCall, openedAt, closedAt } = minutes;
  const at = (instant: Instant): string => momentIn(coop.timezone, instant, language);
  return {
    foot: words.foot(coop.name, minutes.code),
    parts: [
      { is: 'head', over: coop.name, title: words.title(day), under: [words.where(place, at(startsAt))] },
      note(late ? words.calledLate(calledOn) : words.called(calledOn)),
      ...(quorumCall === null ? [note(words.notOpened)] : [note(openedInWords(minutes, quorumCall, language))]),
      ...(openedAt === null ? [] : [note(words.lasted(at(openedAt), closedAt === null ? null : at(closedAt)))]),
      { is: 'section', title: words.agenda },
      ...agenda.flatMap((item) => itemParts(item, language)),
      { is: 'section', title: words.present(attendance.length) },
      {
        is: 'table',
        columns: [
          { head: words.number, share: 14, isNumber: false },
          { head: words.name, share: 46, isNumber: false },
          { head: words.signature, share: 40, isNumber: false },
        ],
        rows: attendance.map(({ member, name }) => [member, name, '']),
        foot: [],
        rowHeight: TO_SIGN,
      },
      ...voteParts(minutes, language),
      { is: 'signatures', of: [words.president, words.secretary, words.witness] },
    ],
  };
}

/** Room for a signature, in millimetres. */
const TO_SIGN = 8;

const note = (text: string): Part => ({ is: 'note', text, waits: false });

function openedInWords(
  { present, members, needed }: Minutes,
  call: NonNullable<Minutes['quorumCall']>,
  language: Language,
): string {
  return MINUTES_WORDS[language].opened[call](String(present), String(members), String(needed));
}

function itemParts(item: MinutedItem, language: Language): readonly Part[] {
  const words = MINUTES_WORDS[language];
  const { number, subject, state, votesFor, votesAgainst, abstentions, resolution, covers } = item;
  const said = [
    votesFor === null ? '' : words.tally(String(votesFor), String(votesAgainst), String(abstentions)),
    resolution === null ? '' : words.resolution(resolution),
    ...covers.map((thing) => words.covers(coveredInWords(thing, language))),
  ];
  return [
    {
      ...{ is: 'line', label: `${number}. ${subject}`, amount: words.state[state] },
      ...{ says: said.filter((text) => text !== '').join(' '), working: '', isSum: false },
    },
  ];
}

/** What a resolution decides in the system, in words. */
export function coveredInWords({ kind, season, fund, amount }: Covered, language: Language): string {
  const of = [season, fund, amount === undefined ? undefined : figureText(amount, language)];
  return [choiceWord('kind', kind, language) ?? kind, ...of.filter((part) => part !== undefined)].join(' ');
}

function voteParts({ votes, agenda }: Minutes, language: Language): readonly Part[] {
  const words = MINUTES_WORDS[language];
  if (votes.length === 0) return [];
  return [
    { is: 'section', title: words.votes },
    {
      is: 'table',
      columns: [
        { head: words.item, share: 34, isNumber: false },
        { head: words.name, share: 28, isNumber: false },
        { head: words.vote, share: 20, isNumber: false },
        { head: words.writtenBy, share: 18, isNumber: false },
      ],
      rows: votes.map(({ item, name, choice, own, recordedBy, withdrawn }) => [
        ...[`${item}. ${agenda.find(({ number }) => number === item)?.subject ?? ''}`, name],
        withdrawn === null ? words.choice[choice] : `${words.choice[choice]} (${words.withdrawn(withdrawn)})`,
        own ? words.herself : recordedBy,
      ]),
      foot: [],
      rowHeight: 0,
    },
  ];
}

/** The hour in the co-op's zone, with its day. */
function momentIn(zone: Zone, instant: Instant, language: Language): string {
  const time = new Intl.DateTimeFormat(language, {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return `${dayIn(zone, instant)} ${time.format(new Date(instant))}`;
}
