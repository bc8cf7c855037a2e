import { choiceWord, figureText, moneyText, type Language } from '@ayni/kernel';
import { minutesSheet } from '@ayni/paper/minutes';
import type { Column, SheetPart, Sheet } from '@ayni/paper/sheet';
import type { AnnualPack } from '../../domain/papers/annual-pack.js';
import { ANNUAL_WORDS } from './annual-words.js';
import { calledWithCode } from './statement-sheet.js';

const text = (head: string, share: number): Column => ({ head, share, isNumber: false });
const number = (head: string, share: number): Column => ({ head, share, isNumber: true });

/** The year as whoever supervises co-ops reads it: the books first, then the registers, each on pages of its own. */
export function annualSheets(pack: AnnualPack, language: Language): readonly Sheet[] {
  const words = ANNUAL_WORDS[language];
  const { coop, season, state, from, to, currency, result } = pack;
  const title = words.title(season);
  const under = [words.days(from, to), words.state[state]];
  const sheet = (...parts: readonly SheetPart[]): Sheet => ({
    foot: words.foot(coop, season),
    parts: [{ is: 'head', over: coop, title, under }, ...parts],
  });
  return [
    sheet(
      { is: 'figure', label: words.result, amount: moneyText(result, currency, language), note: words.resultNote },
      { is: 'section', title: words.income },
      chartTable(pack.income, language),
    ),
    sheet({ is: 'section', title: words.balance(to) }, chartTable(pack.balance, language)),
    sheet(...fundParts(pack, language), ...appropriationParts(pack, language), ...resolutionParts(pack, language), {
      is: 'signatures',
      of: [words.president, words.treasurer, words.supervisors],
    }),
    sheet(...memberParts(pack, language)),
    sheet(...certificateParts(pack, language)),
    sheet(...assetParts(pack, language), ...oldSeasonParts(pack, language)),
    ...pack.minutes.map((held) =>
      minutesSheet({ ...held, votes: [] }, { name: coop, timezone: pack.timezone }, language),
    ),
  ];
}

function chartTable(rows: AnnualPack['income'], language: Language): SheetPart {
  const words = ANNUAL_WORDS[language];
  return table(
    [text(words.code, 14), text(words.account, 62), number(words.amount, 24)],
    // blanks that do not break keep their place at the head of a line
    rows.map(({ code, level, label, amount }) => [
      ...[code ?? '', `${'\u00a0'.repeat(3 * (level - 1))}${label}`, figureText(amount, language)],
    ]),
  );
}

function fundParts({ funds }: AnnualPack, language: Language): readonly SheetPart[] {
  const words = ANNUAL_WORDS[language];
  const head: SheetPart = { is: 'section', title: words.funds };
  if (funds.length === 0) return [head, note(words.noFunds)];
  const columns = [
    ...[text(words.fund, 40), number(words.before, 20), number(words.moved, 20), number(words.after, 20)],
  ];
  return [
    head,
    table(
      columns,
      funds.map(({ label, before, moved, after }) => [
        ...[label, ...[before, moved, after].map((amount) => figureText(amount, language))],
      ]),
    ),
  ];
}

function appropriationParts({ appropriation }: AnnualPack, language: Language): readonly SheetPart[] {
  const words = ANNUAL_WORDS[language];
  if (appropriation.length === 0) return [];
  return [
    { is: 'section', title: words.appropriation },
    note(words.appropriationText),
    table(
      [text(words.to, 76), number(words.amount, 24)],
      appropriation.map(({ label, amount }) => [label, figureText(amount, language)]),
    ),
  ];
}

function resolutionParts({ resolutions }: AnnualPack, language: Language): readonly SheetPart[] {
  const words = ANNUAL_WORDS[language];
  const head: SheetPart = { is: 'section', title: words.resolutions };
  if (resolutions.length === 0) return [head, note(words.noResolutions)];
  return [
    head,
    table(
      [text(words.number, 18), text(words.adopted, 18), text(words.outcome, 20), text(words.covers, 44)],
      resolutions.map(({ number: called, adoptedOn, carried, covers }) => [
        ...[called, adoptedOn, carried ? words.carried : words.rejected, coversInWords(covers, language)],
      ]),
    ),
  ];
}

/** What resolutions decide in the system, in words. */
export const coversInWords = (covers: readonly string[], language: Language): string =>
  covers.map((kind) => choiceWord('kind', kind, language) ?? kind).join(', ');

function memberParts({ members }: AnnualPack, language: Language): readonly SheetPart[] {
  const words = ANNUAL_WORDS[language];
  return [
    { is: 'section', title: words.members },
    note(words.counted(members.length)),
    table(
      [
        ...[text(words.number, 12), text(words.name, 44), text(words.household, 16)],
        ...[text(words.joined, 16), text(words.left, 16)],
      ],
      members.map((one) => [one.number, one.name, one.household, one.joinedOn, one.leftOn ?? '']),
    ),
  ];
}

function certificateParts(pack: AnnualPack, language: Language): readonly SheetPart[] {
  const words = ANNUAL_WORDS[language];
  const { certificates, shareCapital, currency } = pack;
  const head: SheetPart = { is: 'section', title: words.certificates };
  if (certificates.length === 0) return [head, note(words.noCertificates)];
  return [
    head,
    note(words.shareCapital(moneyText(shareCapital, currency, language))),
    table(
      [
        ...[text(words.number, 14), text(words.holder, 30), number(words.count, 10), number(words.amount, 16)],
        ...[number(words.paid, 16), text(words.bought, 14), text(words.withdrawn, 14)],
      ],
      certificates.map(({ code, member, name, count, amount, paid, boughtOn, withdrawnOn }) => [
        ...[code, calledWithCode(name, member), figureText(String(count), language), figureText(amount, language)],
        ...[figureText(paid, language), boughtOn, withdrawnOn ?? ''],
      ]),
    ),
  ];
}

function assetParts({ assets }: AnnualPack, language: Language): readonly SheetPart[] {
  const words = ANNUAL_WORDS[language];
  const head: SheetPart = { is: 'section', title: words.assets };
  if (assets.length === 0) return [head, note(words.noAssets)];
  return [
    head,
    table(
      [
        ...[text(words.number, 14), text(words.name, 24), number(words.cost, 15), number(words.released, 15)],
        ...[number(words.worth, 14), text(words.bought, 13), text(words.withdrawn, 13)],
      ],
      assets.map(({ code, name, cost, released, left, boughtOn, disposedOn }) => [
        ...[code, name, ...[cost, released, left].map((amount) => figureText(amount, language))],
        ...[boughtOn, disposedOn ?? ''],
      ]),
    ),
  ];
}

/** What seasons before these books gave; nothing where none was brought. */
function oldSeasonParts({ oldSeasons }: AnnualPack, language: Language): readonly SheetPart[] {
  const words = ANNUAL_WORDS[language];
  if (oldSeasons.length === 0) return [];
  return [
    { is: 'section', title: words.oldSeasons },
    note(words.oldSeasonsText),
    table(
      [
        ...[text(words.season, 22), text(words.bought, 15), text(words.withdrawn, 15), number(words.result, 16)],
        ...[number(words.shared, 16), number(words.stillOwed, 16)],
      ],
      oldSeasons.map(({ code, from, to, result, shared, owed }) => [
        ...[code, from, to, result === null ? '–' : figureText(result, language)],
        ...[figureText(shared, language), figureText(owed, language)],
      ]),
    ),
  ];
}

const note = (said: string): SheetPart => ({ is: 'note', text: said, waits: false });

const table = (columns: readonly Column[], rows: readonly (readonly string[])[]): SheetPart => ({
  ...{ is: 'table', columns, rows, foot: [], rowHeight: 0 },
});
