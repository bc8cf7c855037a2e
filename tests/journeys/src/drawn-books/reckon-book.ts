import type { BasisName } from '@ayni/distribution';
import { formatAmount, placesOf } from '@ayni/kernel';
import type { Book, Row, Season } from './book.js';
import { leastOf, mostOf, percentOf, ROUND, sumOf, timesOf } from './exact.js';
import { Funds, poolOf, splitInTurn, splitOf, type Pool } from './reckon-shares.js';

/** Rows of all seasons with their day by the co-op's calendar. */
type Dated = readonly { readonly day: string; readonly row: Row }[];
type Span = { readonly from: string; readonly to: string };
type Debt = {
  readonly day: string;
  readonly code: string;
  readonly kind: string;
  readonly member: string;
  left: bigint;
};

const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const cell = (row: Row, name: string): string => row[name] ?? '';
const daysBetween = (from: string, to: string): bigint =>
  from > to ? 0n : BigInt(Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1);
const later = (a: string, b: string): string => (a > b ? a : b);
const earlier = (a: string, b: string): string => (a < b ? a : b);

/**
 * The outcome of each season of a book of years, by its folder: reckoned in one go over all rows, by what a book and the
 * sharing arithmetic are defined to be, and by nothing of the product.
 */
export function reckonBook(book: Book): Record<string, object> {
  const reckoning = new Reckoning(book);
  return Object.fromEntries(book.map((season) => [season.folder, reckoning.season(season)]));
}

class Reckoning {
  private readonly places: number;
  private readonly calendar: Intl.DateTimeFormat;
  private readonly funds = new Funds();
  private readonly named = new Set<string>();
  private readonly ties = new Map<string, number>();
  private readonly carried = new Map<string, bigint>();
  private readonly debts: readonly Debt[];
  private retained = 0n;
  /** Up to where repayments and uses were taken up. */
  private settledTo = '';

  constructor(private readonly book: Book) {
    const [first] = book;
    this.places = placesOf(first?.coop.currency ?? '');
    this.calendar = new Intl.DateTimeFormat('en-CA', { timeZone: first?.coop.timezone ?? 'UTC' });
    const debt = (kind: string, code: string, day: string, row: Row): Debt => {
      return { kind, code, day: cell(row, day), member: cell(row, 'member'), left: this.units(cell(row, 'amount')) };
    };
    this.debts = book
      .flatMap(({ folder, files }) => [
        ...(files.advances ?? []).map((row, i) => debt('advance', `${folder}-advances-${i + 1}`, 'paid_on', row)),
        ...(files.loans ?? []).map((row) => debt('loan', cell(row, 'code'), 'paid_on', row)),
        ...(files.fines ?? []).map((row) => debt('fine', cell(row, 'code'), 'imposed_on', row)),
      ])
      .sort((a, b) => byCode(a.day, b.day) || byCode(a.code, b.code));
  }

  season(season: Season): object {
    const { coop, files } = season;
    const span = coop.season;
    this.settleUpTo(span.to);
    const books = this.booksOf(span);
    const shareCapital = this.certificatesHeld(files.certificates ?? [], span.to) + this.retained;
    const found = { rules: coop.ruleSet, places: this.places, result: books.result, shareCapital };
    const pool = poolOf(found, this.funds);
    const members = [...(files.members ?? [])].sort((a, b) => byCode(cell(a, 'number'), cell(b, 'number')));
    const { bases, shares } = this.share(season, members, pool.pool);
    const settled = members.map((row, i) => this.settle(season, row, shares[i] ?? 0n));
    const households = this.pay(season, settled);
    for (const name of [...pool.given.keys(), ...pool.restored.keys()]) this.named.add(name);
    return {
      ...this.shownBooks(books),
      shareCapital: this.text(shareCapital),
      ...this.shownPool(pool),
      bases,
      members: settled.map(({ shown }) => shown),
      ...households,
    };
  }

  private readonly units = (text: string): bigint => ROUND['half-up'](timesOf([text], this.places));
  private readonly text = (amount: bigint): string => formatAmount(amount, this.places);

  private dayOf(row: Row, name: string): string {
    const text = cell(row, name);
    return text.includes('T') ? this.calendar.format(new Date(text)) : text;
  }

  private all(file: string, day: string): Dated {
    return this.book.flatMap(({ files }) => (files[file] ?? []).map((row) => ({ day: this.dayOf(row, day), row })));
  }

  private within(file: string, day: string, { from, to }: Span): readonly Row[] {
    return this.all(file, day).flatMap(({ day: on, row }) => (from <= on && on <= to ? [row] : []));
  }

  /** Takes up what was brought back of debts, and spent out of funds, since the season before. */
  private settleUpTo(to: string): void {
    const isNew = (day: string): boolean => this.settledTo < day && day <= to;
    for (const { day, row } of this.all('repayments', 'paid_on')) {
      const debt = this.debts.find(({ code }) => code === cell(row, 'debt'));
      if (debt && isNew(day)) debt.left -= this.units(cell(row, 'amount'));
    }
    for (const { day, row } of this.all('fund-uses', 'used_on'))
      if (isNew(day)) this.funds.at(cell(row, 'fund')).balance -= this.units(cell(row, 'amount'));
    this.settledTo = to;
  }

  private booksOf(span: Span) {
    const worth = (row: Row): bigint =>
      ROUND['half-up'](timesOf([cell(row, 'quantity'), cell(row, 'unit_price')], this.places));
    const sales = this.within('sales', 'sold_at', span);
    const expenses = this.within('expenses', 'spent_on', span);
    const paidBy = (isOwn: boolean): bigint =>
      sumOf(
        expenses
          .filter((row) => (cell(row, 'funded_by') === 'own') === isOwn)
          .map((row) => this.units(cell(row, 'amount'))),
      );
    const revenue = sumOf(sales.map(worth));
    const deliveries = sumOf(this.within('deliveries', 'delivered_at', span).map(worth));
    const ownExpenses = paidBy(true);
    return {
      ...{ revenue, deliveries, ownExpenses, restrictedExpenses: paidBy(false) },
      saleLines: sales.length,
      receipts: new Set(sales.map((row) => cell(row, 'receipt'))).size,
      result: revenue - deliveries - ownExpenses,
    };
  }

  private shownBooks(books: ReturnType<Reckoning['booksOf']>): object {
    return {
      revenue: this.text(books.revenue),
      saleLines: books.saleLines,
      receipts: books.receipts,
      deliveriesCost: this.text(books.deliveries),
      ownExpenses: this.text(books.ownExpenses),
      restrictedExpenses: this.text(books.restrictedExpenses),
      result: this.text(books.result),
    };
  }

  private shownPool({ pool, lossesCovered, restored, given, loss }: Pool): object {
    const funds = this.funds;
    const fundOf = ([fund, amount]: readonly [string, bigint]): object => ({ fund, amount: this.text(amount) });
    return {
      pool: this.text(pool),
      lossesCovered: this.text(lossesCovered),
      restored: Object.fromEntries([...restored].map(([name, amount]) => [name, this.text(amount)])),
      funds: [...given].map(fundOf),
      loss: loss && {
        amount: this.text(loss.amount),
        drawn: loss.drawn.map(fundOf),
        forward: this.text(loss.forward),
      },
      fundBalances: Object.fromEntries(
        [...this.named].map((name) => {
          const { balance, owed } = funds.at(name);
          return [name, { balance: this.text(balance), owed: this.text(owed) }];
        }),
      ),
      priorLosses: this.text(funds.priorLosses),
    };
  }

  private certificatesHeld(certificates: readonly Row[], on: string): bigint {
    return sumOf(
      certificates
        .filter((row) => cell(row, 'bought_on') <= on && (cell(row, 'given_up_on') || '9999') > on)
        .map((row) => BigInt(cell(row, 'count')) * this.units(cell(row, 'value_each'))),
    );
  }

  private share(
    season: Season,
    members: readonly Row[],
    pool: bigint,
  ): { readonly bases: readonly object[]; readonly shares: readonly bigint[] } {
    const { bases } = season.coop.ruleSet;
    const pools = splitInTurn(
      pool,
      bases.map(({ percent }) => ROUND.down(timesOf([percent], 2))),
    );
    const shares = members.map(() => 0n);
    const shown = bases.map(({ basis, maxPerMember }, nth) => {
      const weigh = this.weighBy(basis, season);
      const most = maxPerMember === undefined ? undefined : BigInt(maxPerMember);
      const parties = members.map((row) => {
        const [key, weight] = [cell(row, 'number'), weigh(row)];
        return { key, weight: most === undefined ? weight : leastOf(weight, most), ties: this.ties.get(key) ?? 0 };
      });
      const total = sumOf(parties.map(({ weight }) => weight));
      const ofBasis = pools[nth] ?? 0n;
      if (total === 0n && ofBasis > 0n) throw new Error(`${season.folder}: nobody has ${basis}`);
      splitOf(ofBasis, parties).forEach(({ amount, isWon }, i) => {
        shares[i] = (shares[i] ?? 0n) + amount;
        const party = parties[i];
        if (party && isWon) this.ties.set(party.key, party.ties + 1);
      });
      return { basis, pool: this.text(ofBasis), totalWeight: String(total) };
    });
    return { bases: shown, shares };
  }

  private weighBy(basis: BasisName, season: Season): (member: Row) => bigint {
    const { coop, files } = season;
    const span = coop.season;
    const sums = (rows: readonly Row[], weigh: (row: Row) => bigint) => (member: Row) =>
      sumOf(rows.filter((row) => cell(row, 'member') === cell(member, 'number')).map(weigh));
    const delivered = this.within('deliveries', 'delivered_at', span);
    switch (basis) {
      case 'work-minutes':
        return sums(
          this.within('work', 'worked_on', span).filter((row) => cell(row, 'confirmed') === 'yes'),
          (row) => BigInt(cell(row, 'minutes')),
        );
      case 'care-minutes':
        return sums(this.within('care', 'worked_on', span), (row) => BigInt(cell(row, 'minutes')));
      case 'value-delivered':
        return sums(delivered, (row) =>
          ROUND['half-up'](timesOf([cell(row, 'quantity'), cell(row, 'unit_price')], this.places)),
        );
      case 'quantity-delivered':
        return sums(delivered, (row) => this.gramsOf(row, season));
      case 'equal':
        return (member) =>
          daysBetween(
            later(cell(member, 'joined_on'), span.from),
            earlier(cell(member, 'left_on') || span.to, span.to),
          );
      case 'certificate-days':
        return sums(
          files.certificates ?? [],
          (row) =>
            BigInt(cell(row, 'count')) *
            daysBetween(
              later(cell(row, 'bought_on'), span.from),
              earlier(cell(row, 'given_up_on') || span.to, span.to),
            ),
        );
    }
  }

  /** Of what is kept in pieces nothing. */
  private gramsOf(row: Row, { files }: Season): bigint {
    const [product, unit, day] = [cell(row, 'product'), cell(row, 'unit'), this.dayOf(row, 'delivered_at')];
    if ((files.products ?? []).find((one) => cell(one, 'code') === product)?.stock_unit !== 'g') return 0n;
    const factors = (files.units ?? []).filter(
      (one) => cell(one, 'product') === product && cell(one, 'unit') === unit && cell(one, 'valid_from') <= day,
    );
    const [inForce] = factors.sort((a, b) => byCode(cell(b, 'valid_from'), cell(a, 'valid_from')));
    return ROUND.down(timesOf([cell(row, 'quantity'), inForce?.factor_to_stock_unit ?? '0']));
  }

  private settle(
    { coop: { ruleSet, season: span } }: Season,
    row: Row,
    share: bigint,
  ): { readonly household: string; readonly net: bigint; readonly shown: object } {
    const [member, household] = [cell(row, 'number'), cell(row, 'household')];
    const retained = percentOf(share, ruleSet.retainPercent ?? '0', 'down');
    const payable = share - retained;
    const kept = percentOf(payable, ruleSet.offsets?.keepPercent ?? '0', 'up');
    const debts = this.debts.filter((debt) => debt.member === member && debt.day <= span.to && debt.left > 0n);
    let net = payable;
    for (const kind of ruleSet.offsets?.order ?? [])
      for (const debt of debts.filter((one) => one.kind === kind)) {
        const taken = leastOf(debt.left, mostOf(0n, net - kept));
        debt.left -= taken;
        net -= taken;
      }
    this.retained += retained;
    const shown = {
      ...{ member, household, share: this.text(share), retained: this.text(retained), net: this.text(net) },
      offset: this.text(payable - net),
      debtLeft: this.text(sumOf(debts.map(({ left }) => left))),
      tiesWon: this.ties.get(member) ?? 0,
      debts: debts
        .filter(({ left }) => left > 0n)
        .map(({ code, kind, left }) => ({ code, kind, amount: this.text(left) })),
    };
    return { household, net, shown };
  }

  private pay(
    { coop, files }: Season,
    settled: readonly { readonly household: string; readonly net: bigint }[],
  ): object {
    const coin = this.units(coop.cashUnit);
    const households = [...(files.households ?? [])].sort((a, b) => byCode(cell(a, 'code'), cell(b, 'code')));
    const paid = households.map((row) => {
      const household = cell(row, 'code');
      const net = sumOf(settled.filter((one) => one.household === household).map((one) => one.net));
      const due = net + (this.carried.get(household) ?? 0n);
      const rest = cell(row, 'pays') === 'transfer' ? 0n : due % coin;
      this.carried.set(household, rest);
      return { household, net, paid: due - rest, carried: rest };
    });
    return {
      households: paid.map((one) => ({
        household: one.household,
        net: this.text(one.net),
        paid: this.text(one.paid),
        carried: this.text(one.carried),
      })),
      paidTotal: this.text(sumOf(paid.map((one) => one.paid))),
      carriedTotal: this.text(sumOf(paid.map(({ carried }) => carried))),
    };
  }
}
