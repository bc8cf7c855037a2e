import type { Sent } from '../../api/route.js';
import { readAmount } from '../../words/money.js';
import { minutesOf } from '../../words/minutes-of.js';

type SentWork = Sent<'POST /api/production/v1/work'>['body']['rows'][number];

/** What stands at the head of an attendance sheet: one day, one task, one place. */
export type SheetHead = { readonly day: string; readonly activity: string; readonly structure: string };

export type SheetRow = { readonly member: string; readonly hours: string };

/** How much of a task and of a place a code tells: with day and member it stays within 64 signs. */
const TOLD = 16;

const told = (text: string): string =>
  text
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, TOLD);

/** The code of a line, made of what it says: the same sheet sent twice is one. */
export const codeOf = ({ day, activity, structure }: SheetHead, member: string): string =>
  [day, told(activity), told(structure), member].filter((part) => part !== '').join('/');

/** Minutes of hours as they were typed: `8`, `7,5`, `7:30`. Undefined where they are no hours. */
export function minutesIn(hours: string): number | undefined {
  const [, whole, rest] = /^(\d{1,2}):([0-5]\d)$/.exec(hours.trim()) ?? [];
  if (whole !== undefined) return Number(whole) * 60 + Number(rest);
  const read = readAmount(hours, 2);
  return read && 'amount' in read ? minutesOf(read.amount) : undefined;
}

/** The lines of a sheet, for those who worked. */
export const workOf = (head: SheetHead, rows: readonly SheetRow[], photo: string | undefined): readonly SentWork[] =>
  rows.flatMap(({ member, hours }) => {
    const minutes = minutesIn(hours) ?? 0;
    if (minutes === 0) return [];
    return [
      {
        ...{ code: codeOf(head, member), workedOn: head.day, member, activity: head.activity, minutes },
        ...(head.structure === '' ? {} : { structure: head.structure }),
        ...(photo === undefined ? {} : { attachments: [photo] }),
      },
    ];
  });
