import type { BasisName } from './basis.js';
import { DocumentReader, faultThatCounts, pointerTo } from './document.js';
import type { RefusedCase } from './refused-case.js';
import { readRuleSet, type Rules, type RuleSet } from './rule-set.js';
import { compareKeys } from './split.js';

/** A run's frozen inputs, the one JSON document from which its shares can be worked out again by anybody. */
export type Case = {
  readonly currency: string;
  readonly ruleSet: RuleSet;
  readonly books: {
    readonly revenue: string;
    readonly deliveries: string;
    readonly ownExpenses: string;
    readonly priorLosses?: string;
    readonly funds?: Readonly<Record<string, { readonly balance?: string; readonly owed?: string }>>;
    readonly balances?: Readonly<Record<string, string>>;
  };
  readonly members: readonly {
    readonly member: string;
    readonly household: string;
    readonly tiesWon?: number;
    readonly weights?: Readonly<Partial<Record<BasisName, string>>>;
    readonly debts?: readonly {
      readonly code: string;
      readonly kind: string;
      readonly amount: string;
      readonly consent?: boolean;
    }[];
  }[];
  readonly households?: readonly { readonly household: string; readonly carried?: string; readonly pays?: Payment }[];
};

export type Payment = 'cash' | 'transfer';

/** How many places the amounts of a currency have (ISO 4217); whoever calls brings it. */
export type PlacesOf = (currency: string) => number;

/** A case that was read: figures as integers, what was left out filled in, members and households by key. */
export type ReadCase = {
  readonly currency: string;
  /** How many the amounts have. */
  readonly places: number;
  readonly rules: Rules;
  readonly books: CaseBooks;
  readonly members: readonly Member[];
  readonly households: readonly Household[];
};

/** What a season's books say, in the currency's smallest units, as all amounts that were read. */
export type CaseBooks = {
  readonly revenue: bigint;
  readonly deliveries: bigint;
  readonly ownExpenses: bigint;
  readonly priorLosses: bigint;
  readonly funds: ReadonlyMap<string, Fund>;
  readonly balances: ReadonlyMap<string, bigint>;
};
export type Fund = { readonly balance: bigint; readonly owed: bigint };
/** `weights` are those by every basis, whatever the rules share by, and before any maximum. */
export type Member = {
  readonly member: string;
  readonly household: string;
  readonly tiesWon: number;
  readonly weights: Readonly<Record<BasisName, bigint>>;
  readonly debts: readonly Debt[];
};
export type Debt = { readonly code: string; readonly kind: string; readonly amount: bigint; readonly consent: boolean };
export type Household = { readonly household: string; readonly carried: bigint; readonly pays: Payment };

export function readCase(document: unknown, placesOf: PlacesOf): ReadCase | RefusedCase {
  const { withRules, ruleSet } = readForRules(document, placesOf);
  return withRules(ruleSet);
}

/** A case document that was read but for its rules, and how it is read with those or with others. */
export type CaseForRules = {
  readonly ruleSet: unknown;
  readonly withRules: (ruleSet: unknown) => ReadCase | RefusedCase;
};

/** Reads all of a case document but its rules: it may be worked out by several. */
export function readForRules(document: unknown, placesOf: PlacesOf): CaseForRules {
  const places = placesIn(document, placesOf);
  const outside = new DocumentReader(places);
  const required = ['currency', 'ruleSet', 'books', 'members'];
  const { currency, ruleSet, books, members, households } = outside.fields(document, '', required, ['households']);
  const reader = new DocumentReader(places);
  const readMembers = reader.list(members, '/members').map((each, i) => readMember(each, `/members/${i}`, reader));
  refuseDuplicates(readMembers, reader);
  const read: Omit<ReadCase, 'rules'> = {
    currency: readCurrency(currency, reader),
    places,
    books: readBooks(books, reader),
    members: [...readMembers].sort((a, b) => compareKeys(a.member, b.member)),
    households: readHouseholds(households === undefined ? [] : households, readMembers, reader),
  };
  return {
    ruleSet,
    withRules(ruleSet) {
      const ofRules = new DocumentReader(places);
      const rules = readRuleSet(ruleSet, '/ruleSet', ofRules);
      return faultThatCounts([...outside.faults, ...ofRules.faults, ...reader.faults]) ?? { ...read, rules };
    },
  };
}

/** All amounts of the document are read in the places of its currency; where it names none, that is refused anyhow. */
function placesIn(document: unknown, placesOf: PlacesOf): number {
  const currency: unknown =
    typeof document === 'object' && document !== null ? Reflect.get(document, 'currency') : undefined;
  return placesOf(typeof currency === 'string' ? currency : '');
}

function readCurrency(value: unknown, reader: DocumentReader): string {
  const currency = reader.name(value, '/currency');
  if (!/^[A-Z]{3}$/.test(currency)) reader.refuse('bad-document', '/currency', 'must be an ISO 4217 code such as BOB');
  return currency;
}

function readBooks(value: unknown, reader: DocumentReader): CaseBooks {
  const required = ['revenue', 'deliveries', 'ownExpenses'];
  const books = reader.fields(value, '/books', required, ['funds', 'balances', 'priorLosses']);
  const { funds = {}, balances = {} } = books;
  const amount = (name: string) => (books[name] === undefined ? 0n : reader.amount(books[name], `/books/${name}`));
  return {
    revenue: amount('revenue'),
    deliveries: amount('deliveries'),
    ownExpenses: amount('ownExpenses'),
    priorLosses: amount('priorLosses'),
    funds: new Map(
      reader.entries(funds, '/books/funds').map(([name, fund]) => {
        const at = pointerTo('/books/funds', name);
        return [reader.name(name, at), readFund(fund, at, reader)];
      }),
    ),
    balances: new Map(
      reader.entries(balances, '/books/balances').map(([name, balance]) => {
        const at = pointerTo('/books/balances', name);
        return [reader.name(name, at), reader.amount(balance, at)];
      }),
    ),
  };
}

function readFund(value: unknown, pointer: string, reader: DocumentReader): Fund {
  const { balance, owed } = reader.fields(value, pointer, [], ['balance', 'owed']);
  return {
    balance: balance === undefined ? 0n : reader.amount(balance, `${pointer}/balance`),
    owed: owed === undefined ? 0n : reader.amount(owed, `${pointer}/owed`),
  };
}

function readMember(value: unknown, pointer: string, reader: DocumentReader): Member {
  const optional = ['tiesWon', 'weights', 'debts'];
  const fields = reader.fields(value, pointer, ['member', 'household'], optional);
  const { member, household, tiesWon, weights = {}, debts } = fields;
  const weighed = readWeights(weights, `${pointer}/weights`, reader);
  return {
    member: reader.name(member, `${pointer}/member`),
    household: reader.name(household, `${pointer}/household`),
    tiesWon: tiesWon === undefined ? 0 : reader.count(tiesWon, `${pointer}/tiesWon`),
    weights: weighed,
    debts: readDebts(debts === undefined ? NO_DEBTS : debts, `${pointer}/debts`, reader),
  };
}

// of very many members most have none
const NO_DEBTS: Member['debts'] = [];

function readDebts(value: unknown, pointer: string, reader: DocumentReader): Member['debts'] {
  const debts = reader.list(value, pointer);
  if (debts.length === 0) return NO_DEBTS;
  const seen = new Set<string>();
  return debts.map((debt, i) => readDebt(debt, `${pointer}/${i}`, seen, reader));
}

const NO_WEIGHTS: Member['weights'] = {
  'work-minutes': 0n,
  'value-delivered': 0n,
  'quantity-delivered': 0n,
  equal: 0n,
  'certificate-days': 0n,
  'care-minutes': 0n,
};

function readWeights(value: unknown, pointer: string, reader: DocumentReader): Member['weights'] {
  const weights = { ...NO_WEIGHTS };
  const written = reader.object(value, pointer);
  for (const name of Object.keys(written)) {
    const weight = written[name];
    if (weight === undefined) continue;
    const read = reader.weight(weight, pointer, name);
    // one by which no rules can share is read and left
    if (isBasis(name)) weights[name] = read;
  }
  return weights;
}

const isBasis = (name: string): name is BasisName => Object.hasOwn(NO_WEIGHTS, name);

function readDebt(value: unknown, pointer: string, seen: Set<string>, reader: DocumentReader): Debt {
  const { code, kind, amount, consent } = reader.fields(value, pointer, ['code', 'kind', 'amount'], ['consent']);
  return {
    code: reader.unique(reader.name(code, `${pointer}/code`), seen, `${pointer}/code`),
    kind: reader.name(kind, `${pointer}/kind`),
    amount: reader.amount(amount, `${pointer}/amount`),
    consent: consent === undefined ? false : reader.flag(consent, `${pointer}/consent`),
  };
}

function refuseDuplicates(members: readonly Member[], reader: DocumentReader): void {
  const seen = new Set<string>();
  members.forEach(({ member }, i) => {
    if (seen.has(member)) reader.refuse('duplicate-member', `/members/${i}/member`, `${member} is there twice`);
    seen.add(member);
  });
}

/** The listed households and those that only a member names, which carry nothing and are paid in cash. */
function readHouseholds(value: unknown, members: readonly Member[], reader: DocumentReader): Household[] {
  const seen = new Set<string>();
  const listed = reader.list(value, '/households').map((entry, i): Household => {
    const at = `/households/${i}`;
    const { household, carried, pays } = reader.fields(entry, at, ['household'], ['carried', 'pays']);
    return {
      household: reader.unique(reader.name(household, `${at}/household`), seen, `${at}/household`),
      carried: carried === undefined ? 0n : reader.amount(carried, `${at}/carried`),
      pays: pays === undefined ? 'cash' : reader.choice(pays, `${at}/pays`, ['cash', 'transfer']),
    };
  });
  const filledIn: Household[] = [];
  for (const { household } of members) {
    if (seen.has(household)) continue;
    seen.add(household);
    filledIn.push({ household, carried: 0n, pays: 'cash' });
  }
  return [...listed, ...filledIn].sort((a, b) => compareKeys(a.household, b.household));
}
