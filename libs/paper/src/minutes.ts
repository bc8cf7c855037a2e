import { choiceWord, dayIn, figureText, type Instant, type Language, type Zone } from '@ayni/kernel';
import { MINUTES_WORDS } from './minutes-words.js';
import type { MinutedCoop, MinutedCover, MinutedItem, Minutes } from './minuted.js';
import type { SheetPart, Sheet } from './sheet.js';

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

const note = (text: string): SheetPart => ({ is: 'note', text, waits: false });

function openedInWords(
  { present, members, needed }: Minutes,
  call: NonNullable<Minutes['quorumCall']>,
  language: Language,
): string {
  return MINUTES_WORDS[language].opened[call](String(present), String(members), String(needed));
}

function itemParts(item: MinutedItem, language: Language): readonly SheetPart[] {
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
export function coveredInWords({ kind, season, fund, amount }: MinutedCover, language: Language): string {
  const of = [season, fund, amount === undefined ? undefined : figureText(amount, language)];
  return [choiceWord('kind', kind, language) ?? kind, ...of.filter((part) => part !== undefined)].join(' ');
}

function voteParts({ votes, agenda }: Minutes, language: Language): readonly SheetPart[] {
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
      rows: votes.map(({ item, name, choice, own, recordedBy, withdrawnBy, withdrawn }) => [
        ...[`${item}. ${agenda.find(({ number }) => number === item)?.subject ?? ''}`, name],
        withdrawnBy === null
          ? words.choice[choice]
          : `${words.choice[choice]} (${withdrawn === null ? words.withdrawnHerself : words.withdrawn(withdrawn)})`,
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
