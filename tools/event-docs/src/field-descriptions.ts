import {
  coopRegistered,
  expenseRecorded,
  expenseRecordedV2,
  expenseRecordedV3,
  expenseRecordedV4,
  expenseReversed,
  expenseReversedV2,
  expenseReversedV3,
  expenseReversedV4,
  grantReceiptRecorded,
  householdPaid,
  householdPaymentReversed,
  payoutConfirmed,
  grantReceiptReversed,
  grantRefundRecorded,
  grantRefundReversed,
  grantWriteOffRecorded,
  grantWriteOffReversed,
  giftRecorded,
  giftReversed,
  harvestRecorded,
  harvestReversed,
  lossRecorded,
  lossReversed,
  lotReceived,
  productChanged,
  productRegistered,
  resolutionAdopted,
  resolutionAdoptedV2,
  runApproved,
  runApprovedV2,
  runProposed,
  runProposedV2,
  runReversed,
  saleRecorded,
  saleRecordedV2,
  saleReversed,
  saleReversedV2,
  seasonChanged,
  seasonChanging,
  seasonClosed,
  seasonClosing,
  seasonOpened,
  seasonReopened,
  seasonWithdrawn,
  shortageFound,
  stockIssued,
  structureChanged,
  stockIssuedV2,
  structureRegistered,
  unitChanged,
  unitDefined,
  type DataOf,
  type EventType,
} from '@ayni/contracts';

/** What each field of an event's data says, with its unit: a field without one does not compile. */
export type FieldDescriptions<Data> = {
  readonly [Field in keyof Required<Data>]: Said<Exclude<Data[Field], undefined>>;
};

type Said<Value> = Value extends readonly (infer Item)[] ? List<Item> : string;

/** What a list holds, and the descriptions of each of its items. */
export type List<Item = Readonly<Record<string, unknown>>> = {
  readonly itself: string;
  readonly each: FieldDescriptions<Item>;
};

/** What a page says that the declaration of its event does not. */
export type Page = {
  readonly event: EventType;
  readonly descriptions: Readonly<Record<string, unknown>>;
  /** What a reader might take for granted and must not. */
  readonly notes: readonly string[];
};

const page = <T extends EventType>(event: T, descriptions: FieldDescriptions<DataOf<T>>, ...notes: string[]): Page => ({
  event,
  descriptions,
  notes,
});

const businessDay = "The business day in the co-op's own time zone.";
const coopCurrency = "The co-op's currency.";
const countedIn = 'What the product is counted in: `g` (grams) or `piece`.';
const productCode = "The product's code.";
const lastDayOfUse = 'The last day on which it is used, where it was retired; left out while it is in use.';
const reversalReason = 'Why it was taken back, in the words of whoever did.';

const failedToo = 'One that failed is sent as well: look at `carried`.';

const resolution = {
  number: "The resolution's number.",
  adoptedOn: 'The day of the assembly.',
  votesFor: 'Votes for it.',
  votesAgainst: 'Votes against it.',
  abstentions: 'Who abstained.',
  carried: 'Whether more voted for it than against it.',
};

const harvest = {
  code: "The harvest's code.",
  harvestedAt: 'When it was harvested.',
  day: businessDay,
  structure: 'The code of the greenhouse, plot or pen.',
  product: productCode,
  quantity: 'How much was harvested, in `unit`, as it was written in the field; home use included.',
  unit: 'The unit of `quantity`.',
  stockUnit: countedIn,
  stockQuantity: 'The whole harvest in `stockUnit`, home use included.',
  homeUse: 'What the families took home of it, in `stockUnit`; it never enters the store.',
} satisfies FieldDescriptions<DataOf<typeof harvestRecorded>>;

const loss = {
  code: "The loss's code.",
  day: businessDay,
  product: productCode,
  stockUnit: countedIn,
  stockQuantity: 'How much was lost, in `stockUnit`.',
};

const gift = {
  code: "The gift's code.",
  day: businessDay,
  product: productCode,
  stockUnit: countedIn,
  stockQuantity: 'How much was given away, in `stockUnit`.',
} satisfies FieldDescriptions<DataOf<typeof giftRecorded>>;

const sale = {
  receipt: "The receipt's code; the co-op's own, one sale each.",
  soldAt: 'When it was sold.',
  day: businessDay,
  market: 'Where it was sold.',
  payment: 'How it was paid: in cash, by QR transfer, or owed.',
  currency: coopCurrency,
  total: 'The sum of the lines, in `currency`.',
  lines: {
    itself: 'What was sold.',
    each: {
      line: 'Its place on the receipt, from 1.',
      product: productCode,
      quantity: 'How much was sold, in `unit`, as it was written at the stall.',
      unit: 'The unit of `quantity` and of `unitPrice`.',
      stockUnit: countedIn,
      stockQuantity: 'The same quantity in `stockUnit`.',
      unitPrice: 'The price of one `unit`, in `currency`.',
      amount: '`quantity` × `unitPrice` in `currency`, rounded half up.',
    },
  },
} satisfies FieldDescriptions<DataOf<typeof saleRecorded>>;

const expense = {
  code: "The expense's code.",
  day: businessDay,
  category: "What it was for, in the co-op's own words.",
  amount: 'What was spent, in `currency`.',
  currency: coopCurrency,
  fundedBy: '`own` where the co-op paid it itself, else the code of the grant that did.',
} satisfies FieldDescriptions<DataOf<typeof expenseRecorded>>;

const sharedExpense = {
  ...expense,
  fundedBy: '`own` or the code of the grant that paid `amount` less `rest`.',
  rest: 'What of `amount` another source paid, in `currency`.',
  restFundedBy: 'That source: `own` or the code of a grant.',
} satisfies FieldDescriptions<DataOf<typeof expenseRecordedV3>>;

const linedExpense = {
  ...{ code: expense.code, day: expense.day, category: expense.category, currency: expense.currency },
  amount: 'What was spent, in `currency`: the sum of its lines.',
  lines: {
    itself: 'What the document has, line by line.',
    each: {
      line: 'Its place on the document, from 1.',
      category: 'What this line was for.',
      amount: 'What it came to, in `currency`.',
      fundedBy: '`own` where the co-op paid it itself, else the code of the grant that did.',
    },
  },
} satisfies FieldDescriptions<DataOf<typeof expenseRecordedV4>>;

const movedOfGrant = (what: string, amount: string) =>
  ({
    code: `The ${what}'s code.`,
    grant: 'The code of the grant.',
    day: businessDay,
    amount: `${amount}, in \`currency\`.`,
    currency: coopCurrency,
  }) satisfies FieldDescriptions<DataOf<typeof grantReceiptRecorded>>;

const season = {
  code: "The season's code.",
  name: "The season's name.",
  from: 'Its first day.',
  until: 'The day after its last one.',
} satisfies FieldDescriptions<DataOf<typeof seasonOpened>>;

const run = {
  run: "The run's id. A season may have several; one of them is approved at most.",
  season: "The season's code.",
  currency: coopCurrency,
  result:
    'Sales less what members were paid for produce, less own expenses, in `currency`; below zero after a bad season.',
  pool: 'What is left for the members after the funds, in `currency`.',
  fingerprint: 'SHA-256 over the case and its outcome: whoever has both can check that they are these.',
} satisfies FieldDescriptions<DataOf<typeof runProposed>>;

const approvedRun = {
  ...run,
  resolution: 'The number of the resolution of the assembly.',
  paid: 'What is paid to the families in all, in `currency`.',
  carried: 'What was too small for a coin and waits for the next payment, in `currency`.',
} satisfies FieldDescriptions<DataOf<typeof runApproved>>;

const confirmedPayout = {
  code: "The payout's code.",
  run: 'The id of the run whose shares are paid.',
  season: "The season's code.",
  currency: coopCurrency,
  payments: 'To how many households something is paid in it.',
  amount: 'What they get together, in `currency`.',
} satisfies FieldDescriptions<DataOf<typeof payoutConfirmed>>;

const householdPayment = {
  code: "The payment's code.",
  payout: 'The code of the payout.',
  day: businessDay,
  way: '`cash`, `transfer` or `qr`; `certificates` where it stayed in the co-op as certificates.',
  amount: 'What was handed over, in `currency`.',
  currency: coopCurrency,
} satisfies FieldDescriptions<DataOf<typeof householdPaid>>;

const otherPlaces =
  'Amounts have the places that ISO 4217 gives the currency: none for CLP, PYG and JPY, three for TND. Where it has two, the first version of this event is sent and not this one: one of the two for each fact.';

const issue = {
  receipt: "The receipt's code.",
  day: businessDay,
  lines: {
    itself: 'What was taken from which lot; empty where the store held nothing.',
    each: {
      line: 'The line of the receipt; it comes several times where several lots had to give.',
      product: productCode,
      lot: "The lot's code.",
      stockQuantity: "How much was taken from that lot, in the product's stock unit (`g` or `piece`).",
    },
  },
};

const issueEnds =
  'No event of inventory takes it back: where `ayni.sales.sale-reversed.v1` comes for the receipt, its lots have it again.';

/** Every public event, in the words of its page. */
export const pages: readonly Page[] = [
  page(coopRegistered, {
    code: "The co-op's code, by which its users sign in.",
    name: "The co-op's name.",
    currency: 'The currency of all its amounts.',
    timezone: 'The IANA time zone of its business days.',
  }),
  page(resolutionAdopted, resolution, failedToo),
  page(
    resolutionAdoptedV2,
    {
      ...resolution,
      covers: {
        itself: 'What the resolution decides in the system; empty where it decides nothing there.',
        each: {
          kind: "`run` (a season's shares), `rules` (a season's rules), `early-end` (a season that ends early), `fund-use` (what may be used of a fund), `rule-set` (a version of the co-op's own rules), `certificate-value` (what one certificate of a type is worth), `goods-scale` (what one unit of a product counts for where it pays certificates) or `work-scale` (what an hour of work does); more kinds may come.",
          season: "The season's code.",
          fingerprint: 'For a run, its reversal or a `rule-set`: the fingerprint of what was voted on.',
          fund: 'For `fund-use`: the code of the fund.',
          amount:
            'For `fund-use`: how much of it may be used in all; for `certificate-value`: what one is worth; for `goods-scale` and `work-scale`: what one unit or an hour counts for; in the places of the currency.',
          certificateType: 'For `certificate-value`: the code of the type of certificates.',
          product: 'For `goods-scale`: the code of the product.',
          unit: 'For `goods-scale`: the unit of the product that counts for so much.',
        },
      },
    },
    failedToo,
    'The first version of the same resolution is sent before it, with one less in `aggregateseq`. One that was entered before there was a second version has the first alone.',
  ),
  page(structureRegistered, {
    code: "The structure's code.",
    name: "The structure's name.",
    kind: '`greenhouse`, `plot`, `pen`, `pond` or `tank`; more kinds may come.',
    areaM2: 'Its area in square metres, as decimal text.',
  }),
  page(structureChanged, {
    code: "The structure's code.",
    name: "The structure's name.",
    kind: '`greenhouse`, `plot`, `pen`, `pond` or `tank`; more kinds may come.',
    areaM2: 'Its area in square metres, as decimal text.',
    retiredOn: lastDayOfUse,
  }),
  page(harvestRecorded, harvest, 'What reaches the store is `stockQuantity` less `homeUse`.'),
  page(harvestReversed, { ...harvest, reason: reversalReason }),
  page(productRegistered, { code: productCode, name: "The product's name.", stockUnit: countedIn }),
  page(
    unitDefined,
    {
      product: productCode,
      unit: 'The unit, such as `amarro`.',
      factor: 'How many stock units of the product are in one `unit`: a whole number or a fraction such as `23/2`.',
      validFrom: 'The first day on which this factor holds; it holds until the day of the next one.',
    },
    'Other events state quantities in stock units already: nobody has to convert.',
  ),
  page(productChanged, {
    code: productCode,
    name: "The product's name.",
    stockUnit: `${countedIn} It never changes.`,
    retiredOn: lastDayOfUse,
  }),
  page(
    unitChanged,
    {
      product: productCode,
      unit: 'The unit, such as `amarro`.',
      factor: 'How many stock units of the product are in one `unit`: a whole number or a fraction such as `23/2`.',
      validFrom:
        'The first day on which this factor holds. Together with `product` and `unit` it says which factor this is of.',
      retiredOn: lastDayOfUse,
    },
    'What was measured before keeps its quantities.',
  ),
  page(
    lotReceived,
    {
      code: "The lot's code: that of its harvest or delivery; where that one is taken, the same with a number behind it.",
      product: productCode,
      day: businessDay,
      origin: 'Whether the co-op harvested it or a member delivered it.',
      stockUnit: countedIn,
      stockQuantity: 'How much came in, in `stockUnit`; home use is not in it.',
    },
    'No event takes a lot back. For a lot of origin `harvest`, `harvest-reversed` does; deliveries, and that they were taken back, are internal.',
  ),
  page(lossRecorded, { ...loss, reason: 'Why it was lost.' }),
  page(lossReversed, { ...loss, reason: reversalReason }, '`reason` is that of the reversal, not of the loss.'),
  page(giftRecorded, gift, 'Who received it stays in the books: it may be a person.'),
  page(giftReversed, { ...gift, reason: reversalReason }),
  page(
    stockIssued,
    issue,
    'It is sent once for a receipt and tells what was taken when the sale arrived. Where its lots become others later, because something was entered late or taken back, `ayni.inventory.stock-issued.v2` says so.',
    issueEnds,
  ),
  page(
    stockIssuedV2,
    issue,
    'Its lines replace all that was told of the lots of the receipt before, by version 1 or 2. It is sent when something of an earlier day was entered late or taken back, or a late lot settles what was short: which lot a sale takes follows the days.',
    'What a receipt took on days of a closed season stays as it was told.',
    issueEnds,
  ),
  page(
    shortageFound,
    {
      receipt: "The receipt's code.",
      day: businessDay,
      line: 'The line of the receipt.',
      product: productCode,
      stockUnit: countedIn,
      stockQuantity: 'How much no lot held, in `stockUnit`.',
    },
    'A sale is never refused for want of stock. That a shortage was settled is not told by an event: `GET /api/inventory/v1/shortages` has the present state.',
  ),
  page(saleRecorded, sale),
  page(saleReversed, { ...sale, reason: reversalReason }),
  page(saleRecordedV2, sale, otherPlaces),
  page(saleReversedV2, { ...sale, reason: reversalReason }, otherPlaces),
  page(seasonOpened, season),
  page(seasonClosing, season, 'Facts of these days that were written before may still arrive for a moment.'),
  page(seasonClosed, season),
  page(
    seasonReopened,
    {
      ...season,
      reason: 'Why it was opened again.',
      resolution: 'The resolution by which the assembly decided it.',
    },
    'Shares that had been approved of it were reversed before. It is closed again by `season-closing` and `season-closed`, which so may come more than once for a season.',
  ),
  page(
    seasonChanging,
    {
      ...season,
      asked: {
        itself: 'The days on which no facts may lie.',
        each: { from: 'The first of them.', until: 'The day after the last of them.' },
      },
    },
    'It is followed by `season-changed` or `season-withdrawn`, as a rule within a second. Until then records of the season are refused as `season-changing`; a retry is safe.',
  ),
  page(
    seasonChanged,
    season,
    'Its rules are in no event; that they were changed is told by this one as well. After `season-changing` it may carry what the season was before: then facts lay on the days in question.',
  ),
  page(
    seasonWithdrawn,
    { ...season, reason: 'Why it was withdrawn.' },
    'No facts were dated in it. Its days may be of another season later, its code is never used again.',
  ),
  page(expenseRecorded, expense, 'Only what `own` money paid lowers the result; what a grant paid does not.'),
  page(expenseReversed, { ...expense, reason: reversalReason }),
  page(expenseRecordedV2, expense, otherPlaces),
  page(expenseReversedV2, { ...expense, reason: reversalReason }, otherPlaces),
  page(
    expenseRecordedV3,
    sharedExpense,
    'Sent in place of the versions before where two sources paid. Only what `own` money paid lowers the result.',
  ),
  page(expenseReversedV3, { ...sharedExpense, reason: reversalReason }),
  page(
    expenseRecordedV4,
    linedExpense,
    'Sent in place of the versions before for a document of several lines. Only what `own` money paid lowers the result.',
  ),
  page(expenseReversedV4, { ...linedExpense, reason: reversalReason }),
  page(
    grantReceiptRecorded,
    movedOfGrant('receipt', 'What arrived'),
    'It pays what was spent of the grant before, and the rest waits for its purpose. Money that came with the agreement itself has no receipt.',
  ),
  page(grantReceiptReversed, { ...movedOfGrant('receipt', 'What had arrived'), reason: reversalReason }),
  page(
    grantRefundRecorded,
    movedOfGrant('refund', 'What was given back'),
    'It lowers what may still be charged to the grant, and no figure of the result.',
  ),
  page(grantRefundReversed, { ...movedOfGrant('refund', 'What was given back'), reason: reversalReason }),
  page(
    grantWriteOffRecorded,
    movedOfGrant('write-off', 'What was given up'),
    'It is a cost of the season of its day. Why it was given up stays in the books.',
  ),
  page(
    grantWriteOffReversed,
    { ...movedOfGrant('write-off', 'What was given up'), reason: reversalReason },
    '`reason` is that of the reversal.',
  ),
  page(
    runProposed,
    run,
    'Nothing is decided yet, and a proposal may be rejected: no event tells that. Shares of members and families are in no public event.',
  ),
  page(runApproved, approvedRun),
  page(
    payoutConfirmed,
    confirmedPayout,
    'It is a plan that two people stand behind. What is handed over of it is told payment by payment, and what is not stays owed.',
  ),
  page(householdPaid, householdPayment, 'Which household it was stays in the books.'),
  page(
    householdPaymentReversed,
    { ...householdPayment, reason: reversalReason },
    'The household is owed it again, and may be paid in the same payout or a later one.',
  ),
  page(runProposedV2, run, otherPlaces),
  page(runApprovedV2, approvedRun, otherPlaces),
  page(
    runReversed,
    {
      run: 'Which run, as `run-approved` named it.',
      season: 'The season whose shares these were.',
      fingerprint: 'SHA-256 of the case and its outcome, as `run-approved` carried it.',
      resolution: 'The resolution by which the assembly decided it.',
    },
    'What the run had posted was taken back on the day of this event. What families were paid under it stays paid and stands against what the next run of the season gives them.',
  ),
];
