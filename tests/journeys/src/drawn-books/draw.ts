import { addDays, formatAmount, parseDay, placesOf } from '@ayni/kernel';
import type { Book, Coop, Row, Season } from './book.js';
import { ROUND, tenTo, timesOf } from './exact.js';
import { Chance } from './chance.js';
import { drawAmount, drawCoin, drawRules } from './draw-rules.js';
import { reckonBook } from './reckon-book.js';

const CURRENCIES = ['BOB', 'PEN', 'CLP', 'PYG', 'TND'] as const;
const TIMEZONES = ['America/La_Paz', 'America/Santiago', 'Europe/Madrid', 'Asia/Manila'] as const;

/**
 * A book like `example` with other rules each year, prices, currency and calendar, and with loans, fines, repayments, ways of paying,
 * certificates and uses of funds of its own; the same for the same seed.
 */
export function drawBook(example: Book, seed: number): Book {
  const chance = new Chance(seed * 7919 + 13);
  const [currency, timezone] = [chance.one(CURRENCIES), chance.one(TIMEZONES)];
  const places = placesOf(currency);
  const ways = new Map<string, string>();
  const certificates = new Map<string, Row>();
  let kept: Pick<Coop, 'ruleSet' | 'cashUnit'> | undefined;
  const drawn = example.map((season, year): Season => {
    if (!kept || chance.is(70))
      kept = { ruleSet: drawRules(chance, `drawn-${year}`, places), cashUnit: drawCoin(chance, places) };
    const files = Object.fromEntries(
      Object.entries(season.files).map(([name, rows]) => [
        name,
        rows.map((row) => inCurrency(chance, name, row, places)),
      ]),
    );
    const dearer = chance.between(1, 6);
    return {
      ...season,
      coop: { ...season.coop, ...kept, currency, timezone },
      files: {
        ...files,
        sales: (files.sales ?? []).map((row) => ({
          ...row,
          unit_price: timesText(row.unit_price ?? '0', dearer, places),
        })),
        households: (files.households ?? []).map((row) => ({
          ...row,
          pays: once(ways, row.code ?? '', () => chance.one(['cash', 'transfer', 'cash'])),
        })),
        certificates: (files.certificates ?? []).map((row) => ({
          ...row,
          ...once(certificates, row.code ?? '', () => ({
            count: String(chance.between(1, 30)),
            value_each: drawAmount(chance, 20_000, places),
          })),
        })),
        ...drawDebts(chance, season, year, places),
        'fund-uses': [],
      },
    };
  });
  return drawn.reduce<Book>((book, _, year) => (year === 0 ? book : withUses(chance, book, year, places)), drawn);
}

function once<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

const unitsOf = (text: string, places: number): bigint => ROUND.down(timesOf([text], places));

const timesText = (text: string, times: number, places: number): string =>
  formatAmount(unitsOf(text, places) * BigInt(times), places);

/** An amount of two places as the currency has them. */
function inCurrency(chance: Chance, file: string, row: Row, places: number): Row {
  if (file === 'certificates') return row;
  const changed = Object.entries(row).map(([name, text]): [string, string] => {
    if (text === '' || (name !== 'amount' && name !== 'unit_price')) return [name, text];
    const more = places > 2 ? BigInt(chance.between(0, 9)) : 0n;
    return [name, formatAmount(unitsOf(text, 2) * tenTo(Math.max(0, places - 2)) + more, places)];
  });
  return Object.fromEntries(changed);
}

const dayAfter = (day: string, days: number): string => addDays(parseDay(day), days);

/** Loans and fines of members who stay, and what is brought back of the loans. */
function drawDebts(chance: Chance, { coop, files }: Season, year: number, places: number): Season['files'] {
  const { from } = coop.season;
  const staying = (files.members ?? []).filter((row) => row.left_on === '' && (row.joined_on ?? '') <= from);
  const someone = (): string => staying[chance.between(0, staying.length - 1)]?.number ?? '';
  const loans = Array.from({ length: chance.between(1, 8) }, (_, i) => ({
    ...{ code: `drawn-loan-${year}-${i}`, paid_on: dayAfter(from, chance.between(0, 200)), member: someone() },
    ...{ amount: drawAmount(chance, 300_000, places), note: '' },
  }));
  const fines = Array.from({ length: chance.between(1, 8) }, (_, i) => ({
    ...{ code: `drawn-fine-${year}-${i}`, imposed_on: dayAfter(from, chance.between(0, 360)), member: someone() },
    ...{ amount: drawAmount(chance, 9_000, places), note: '' },
  }));
  const repayments = loans
    .filter(() => chance.is(60))
    .map((loan) => ({
      ...{ code: `back-${loan.code}`, paid_on: dayAfter(loan.paid_on, chance.between(0, 60)), member: loan.member },
      ...{
        debt: loan.code,
        amount: chance.is(30) ? loan.amount : drawAmount(chance, Number(unitsOf(loan.amount, places)), places),
      },
    }));
  return { loans, fines, repayments };
}

/** Spends in a season out of what the one before left in the funds. */
function withUses(chance: Chance, book: Book, year: number, places: number): Book {
  const before = book[year - 1];
  const left: { fundBalances?: Readonly<Record<string, { balance: string }>> } =
    reckonBook(book)[before?.folder ?? ''] ?? {};
  const uses = Object.entries(left.fundBalances ?? {}).flatMap(([fund, { balance }]) => {
    const most = unitsOf(balance, places);
    if (most <= 0n || !chance.is(70)) return [];
    const amount = drawAmount(chance, Number(most), places);
    const usedOn = dayAfter(book[year]?.coop.season.from ?? '', chance.between(0, 300));
    return [{ code: `use-${year}-${fund}`, used_on: usedOn, fund, amount, purpose: 'drawn' }];
  });
  return book.map((season, i) => (i === year ? { ...season, files: { ...season.files, 'fund-uses': uses } } : season));
}
