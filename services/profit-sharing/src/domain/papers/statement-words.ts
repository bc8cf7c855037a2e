import type { BasisName, Outcome } from '@ayni/distribution';
import { durationText, formatAmount, minutesText, type Language } from '@ayni/kernel';

type UnitReason = Outcome['members'][number]['workings']['bases'][number]['unit'];
type Sum = Readonly<Record<string, string>>;

/** The sentences of a statement in one language; each names its figures so that a pencil can follow. */
export type StatementWords = {
  readonly result: string;
  readonly resultIs: (sum: Sum) => string;
  readonly coverLosses: string;
  readonly restore: (fund: string) => string;
  readonly takes: (sum: Sum) => string;
  readonly fundIs: (sum: Sum) => string;
  readonly rounding: Readonly<Record<'up' | 'half-up' | 'down', (unit: string) => string>>;
  /** What is left where that is less than what is due. */
  readonly short: (sum: Sum) => string;
  readonly capped: (sum: Sum) => string;
  readonly passedOn: (sum: Sum) => string;
  readonly pool: string;
  readonly poolIs: string;
  readonly loss: string;
  readonly lossIs: string;
  readonly basis: Readonly<Record<BasisName, string>>;
  /** A weight of a basis, as people speak of it. */
  readonly weight: Readonly<Record<BasisName, (weight: string) => string>>;
  /** The same in a sentence. */
  readonly spoken: Readonly<Record<BasisName, readonly [count: (weight: string) => string, ofWhat: string]>>;
  /** What her part of everybody's weight gave. */
  readonly gave: (sum: Readonly<Record<'mine' | 'ofWhat' | 'total' | 'amount', string>>) => string;
  readonly percentIs: (sum: Sum) => string;
  /** A percent that leaves a fraction, whether that became another unit or not. */
  readonly percentLeaves: (sum: Sum) => string;
  readonly basisIs: (sum: Sum) => string;
  readonly fraction: (sum: Sum) => string;
  readonly atMost: (sum: Sum) => string;
  /** What people call the smallest unit of money, and one of it; elsewhere it is said as an amount. */
  readonly centavo: Readonly<Record<'unit' | 'one', string>>;
  /** Why a member got an odd unit of a basis, or none. */
  readonly oddUnit: Readonly<Record<UnitReason, (sum: Sum) => string>>;
  /** The same of a basis itself. */
  readonly oddUnitOfBasis: Readonly<Record<UnitReason, (sum: Sum) => string>>;
  readonly share: string;
  readonly retained: string;
  readonly retainedIs: (sum: Sum) => string;
  readonly debt: (sum: Sum) => string;
  readonly debtIs: (sum: Sum) => string;
  readonly net: string;
  readonly household: string;
  readonly carriedBefore: string;
  readonly paid: string;
  readonly paidIs: (sum: Sum) => string;
  readonly carried: string;
  readonly carriedIs: string;
};

const counted = (count: string, one: string, many: string): string => `${count} ${count === '1' ? one : many}`;

/** Grams as kilograms, exactly. */
const kilos = (grams: string): string => formatAmount(BigInt(grams), 3).replace(/\.?0+$/, '');

/** What people read in their statement. */
export const WORDS: Readonly<Record<Language, StatementWords>> = {
  es: {
    result: 'Resultado de la gestión',
    resultIs: ({ revenue, deliveries, ownExpenses }) =>
      `ingresos ${revenue} − productos pagados a las socias ${deliveries} − gastos propios ${ownExpenses}`,
    coverLosses: 'Pérdidas de gestiones anteriores',
    restore: (fund) => `Reposición: ${fund}`,
    takes: ({ due, taken, left }) => `se deben ${due}, se toman ${taken}, quedan ${left}`,
    fundIs: ({ percent, base, rounding, due, left }) =>
      `${percent} % de ${base}, redondeado ${rounding}: ${due}; quedan ${left}`,
    rounding: {
      up: () => 'hacia arriba',
      'half-up': (unit) => `al ${unit} más cercano`,
      down: () => 'hacia abajo',
    },
    short: ({ there }) => `; solo hay ${there}`,
    capped: ({ room }) => `; hasta su límite le caben ${room}`,
    passedOn: ({ fund, amount }) => `; ${amount} pasan a «${fund}»`,
    pool: 'Para las socias',
    poolIs: 'lo que queda después de los fondos',
    loss: 'Pérdida de la gestión',
    lossIs: 'no hay excedente que repartir y a nadie se le cobra',
    basis: {
      'work-minutes': 'Por trabajo',
      'value-delivered': 'Por valor entregado',
      'quantity-delivered': 'Por cantidad entregada',
      equal: 'Por ser socia',
      'certificate-days': 'Por certificados',
      'care-minutes': 'Por cuidado',
    },
    weight: {
      'work-minutes': (minutes) => minutesText(BigInt(minutes), 'es'),
      'value-delivered': (amount) => `${amount} de producto`,
      'quantity-delivered': (grams) => counted(grams, 'gramo', 'gramos'),
      equal: (days) => counted(days, 'día', 'días'),
      'certificate-days': (days) => counted(days, 'certificado por día', 'certificados por día'),
      'care-minutes': (minutes) => minutesText(BigInt(minutes), 'es'),
    },
    spoken: {
      'work-minutes': [(minutes) => durationText(BigInt(minutes), 'es'), 'de trabajo'],
      'value-delivered': [(amount) => amount, 'en producto entregado'],
      'quantity-delivered': [(grams) => `${kilos(grams)} kg`, 'entregados'],
      equal: [(days) => counted(days, 'día', 'días'), 'de pertenecer a la organización'],
      'certificate-days': [(days) => counted(days, 'certificado por día', 'certificados por día'), 'en su poder'],
      'care-minutes': [(minutes) => durationText(BigInt(minutes), 'es'), 'de cuidado'],
    },
    gave: ({ mine, ofWhat, total, amount }) =>
      `${mine.startsWith('1 ') ? 'Su' : 'Sus'} ${mine} ${ofWhat}, de ${total} entre todas y todos, dieron ${amount}.`,
    percentIs: ({ percent, pool, basisPool }) => `${percent} % de ${pool} son ${basisPool}`,
    percentLeaves: ({ percent, pool, floor, fraction, one, odd, basisPool }) =>
      `${percent} % de ${pool} = ${floor} y ${fraction} de ${one}, ${odd}: ${basisPool}`,
    basisIs: ({ basisPool, weight, total, floor }) => `; ${basisPool} × ${weight} ÷ ${total} = ${floor}`,
    fraction: ({ fraction, one, odd }) => ` y ${fraction} de ${one}; ${odd}`,
    atMost: ({ counted, weight }) => `de ${weight} cuentan ${counted}; `,
    centavo: { unit: 'centavo', one: 'centavo' },
    oddUnit: {
      none: ({ unit }) => `la fracción no alcanza para otro ${unit}`,
      'larger-fraction': ({ plus }) => `más ${plus}, porque su fracción está entre las mayores`,
      'fewer-ties-won': ({ plus }) => `más ${plus}: entre fracciones iguales le tocó menos veces antes`,
      'lower-key': ({ plus }) => `más ${plus}: entre fracciones iguales su número va primero`,
    },
    oddUnitOfBasis: {
      none: ({ unit }) => `la fracción no alcanza para otro ${unit}`,
      'larger-fraction': ({ plus }) => `más ${plus}, porque su fracción está entre las mayores`,
      'fewer-ties-won': ({ plus }) => `más ${plus}`,
      'lower-key': ({ plus }) => `más ${plus}, porque entre fracciones iguales esta base va primero`,
    },
    share: 'Su parte',
    retained: 'Queda como su capital',
    retainedIs: ({ percent, share }) => `${percent} % de ${share}, redondeado hacia abajo`,
    debt: ({ kind, code }) => `Se descuenta: ${kind} ${code}`,
    debtIs: ({ amount, taken, left }) => `debía ${amount}, se descuentan ${taken}, debe todavía ${left}`,
    net: 'A favor de su familia',
    household: 'Suma de la familia',
    carriedBefore: 'Saldo de antes',
    paid: 'Se paga',
    paidIs: ({ due, cashUnit }) => `${due} en monedas de ${cashUnit} o más`,
    carried: 'Queda en cuenta',
    carriedIs: 'para el próximo pago',
  },
  en: {
    result: 'Result of the season',
    resultIs: ({ revenue, deliveries, ownExpenses }) =>
      `income ${revenue} − produce paid to members ${deliveries} − own expenses ${ownExpenses}`,
    coverLosses: 'Losses of earlier seasons',
    restore: (fund) => `Put back: ${fund}`,
    takes: ({ due, taken, left }) => `${due} is due, ${taken} is taken, ${left} is left`,
    fundIs: ({ percent, base, rounding, due, left }) =>
      `${percent} % of ${base}, rounded ${rounding}: ${due}; ${left} is left`,
    rounding: {
      up: () => 'up',
      'half-up': (unit) => `to the nearest ${unit}`,
      down: () => 'down',
    },
    short: ({ there }) => `; only ${there} is there`,
    capped: ({ room }) => `; up to its limit it can take ${room}`,
    passedOn: ({ fund, amount }) => `; ${amount} goes on to «${fund}»`,
    pool: 'For the members',
    poolIs: 'what is left after the funds',
    loss: 'Loss of the season',
    lossIs: 'there is no surplus to share and nobody is charged',
    basis: {
      'work-minutes': 'For work',
      'value-delivered': 'For value delivered',
      'quantity-delivered': 'For quantity delivered',
      equal: 'For being a member',
      'certificate-days': 'For certificates',
      'care-minutes': 'For care',
    },
    weight: {
      'work-minutes': (minutes) => minutesText(BigInt(minutes), 'en'),
      'value-delivered': (amount) => `${amount} of produce`,
      'quantity-delivered': (grams) => counted(grams, 'gram', 'grams'),
      equal: (days) => counted(days, 'day', 'days'),
      'certificate-days': (days) => counted(days, 'certificate by days', 'certificates by days'),
      'care-minutes': (minutes) => minutesText(BigInt(minutes), 'en'),
    },
    spoken: {
      'work-minutes': [(minutes) => durationText(BigInt(minutes), 'en'), 'of work'],
      'value-delivered': [(amount) => amount, 'of produce delivered'],
      'quantity-delivered': [(grams) => `${kilos(grams)} kg`, 'delivered'],
      equal: [(days) => counted(days, 'day', 'days'), 'of membership'],
      'certificate-days': [(days) => counted(days, 'certificate by days', 'certificates by days'), 'held'],
      'care-minutes': [(minutes) => durationText(BigInt(minutes), 'en'), 'of care'],
    },
    gave: ({ mine, ofWhat, total, amount }) => `Her ${mine} ${ofWhat}, of the ${total} of all, gave ${amount}.`,
    percentIs: ({ percent, pool, basisPool }) => `${percent} % of ${pool} is ${basisPool}`,
    percentLeaves: ({ percent, pool, floor, fraction, one, odd, basisPool }) =>
      `${percent} % of ${pool} = ${floor} and ${fraction} of ${one}, ${odd}: ${basisPool}`,
    basisIs: ({ basisPool, weight, total, floor }) => `; ${basisPool} × ${weight} ÷ ${total} = ${floor}`,
    fraction: ({ fraction, one, odd }) => ` and ${fraction} of ${one}; ${odd}`,
    atMost: ({ counted, weight }) => `of ${weight} ${counted} count; `,
    centavo: { unit: 'centavo', one: 'a centavo' },
    oddUnit: {
      none: ({ unit }) => `the fraction does not reach for another ${unit}`,
      'larger-fraction': ({ plus }) => `plus ${plus}, since the fraction is among the largest`,
      'fewer-ties-won': ({ plus }) => `plus ${plus}: among equal fractions she had it fewer times before`,
      'lower-key': ({ plus }) => `plus ${plus}: among equal fractions her number comes first`,
    },
    oddUnitOfBasis: {
      none: ({ unit }) => `the fraction does not reach for another ${unit}`,
      'larger-fraction': ({ plus }) => `plus ${plus}, since the fraction is among the largest`,
      'fewer-ties-won': ({ plus }) => `plus ${plus}`,
      'lower-key': ({ plus }) => `plus ${plus}, since among equal fractions this basis comes first`,
    },
    share: 'Her share',
    retained: 'Kept as her capital',
    retainedIs: ({ percent, share }) => `${percent} % of ${share}, rounded down`,
    debt: ({ kind, code }) => `Set off: ${kind} ${code}`,
    debtIs: ({ amount, taken, left }) => `${amount} was owed, ${taken} is set off, ${left} is still owed`,
    net: "To her family's credit",
    household: 'Sum of the family',
    carriedBefore: 'Carried from before',
    paid: 'To be paid',
    paidIs: ({ due, cashUnit }) => `${due} in coins of ${cashUnit} or more`,
    carried: 'Stays on the account',
    carriedIs: 'for the next payment',
  },
};
