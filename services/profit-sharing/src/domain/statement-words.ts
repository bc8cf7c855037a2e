import type { BasisName, Outcome } from '@ayni/distribution';
import { durationText, type Language } from '@ayni/kernel';

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
  readonly rounding: Readonly<Record<'up' | 'half-up' | 'down', string>>;
  readonly capped: (sum: Sum) => string;
  readonly passedOn: (sum: Sum) => string;
  readonly pool: string;
  readonly poolIs: string;
  readonly loss: string;
  readonly lossIs: string;
  readonly basis: Readonly<Record<BasisName, string>>;
  /** A weight of a basis, as people speak of it. */
  readonly weight: Readonly<Record<BasisName, (weight: string) => string>>;
  readonly basisIs: (sum: Sum) => string;
  readonly atMost: (sum: Sum) => string;
  readonly oddUnit: Readonly<Record<UnitReason, string>>;
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

/** What people read in their statement. */
export const WORDS: Readonly<Record<Language, StatementWords>> = {
  es: {
    result: 'Resultado de la gestión',
    resultIs: ({ revenue, deliveries, ownExpenses }) =>
      `ventas ${revenue} − productos pagados a los miembros ${deliveries} − gastos propios ${ownExpenses}`,
    coverLosses: 'Pérdidas de gestiones anteriores',
    restore: (fund) => `Reposición del fondo ${fund}`,
    takes: ({ due, taken, left }) => `se deben ${due}, se toman ${taken}, quedan ${left}`,
    fundIs: ({ percent, base, rounding, due, left }) =>
      `${percent} % de ${base}, redondeado ${rounding}: ${due}; quedan ${left}`,
    rounding: { up: 'hacia arriba', 'half-up': 'al centavo más cercano', down: 'hacia abajo' },
    capped: ({ room }) => `; hasta su límite le caben ${room}`,
    passedOn: ({ fund, amount }) => `; ${amount} pasan al fondo ${fund}`,
    pool: 'Para los miembros',
    poolIs: 'lo que queda después de los fondos',
    loss: 'Pérdida de la gestión',
    lossIs: 'no hay excedente que repartir y a nadie se le cobra',
    basis: {
      'work-minutes': 'Por trabajo',
      'value-delivered': 'Por valor entregado',
      'quantity-delivered': 'Por cantidad entregada',
      equal: 'Por ser miembro',
      'certificate-days': 'Por certificados',
      'care-minutes': 'Por cuidado',
    },
    weight: {
      'work-minutes': (minutes) => durationText(BigInt(minutes), 'es'),
      'value-delivered': (amount) => `${amount} de producto`,
      'quantity-delivered': (grams) => `${grams} gramos`,
      equal: (days) => `${days} días`,
      'certificate-days': (days) => `${days} certificados por día`,
      'care-minutes': (minutes) => durationText(BigInt(minutes), 'es'),
    },
    basisIs: ({ percent, pool, basisPool, weight, total, floor, fraction }) =>
      `${percent} % de ${pool} son ${basisPool}; ${basisPool} × ${weight} ÷ ${total} = ${floor} y ${fraction} de centavo`,
    atMost: ({ counted, weight }) => `de ${weight} cuentan ${counted}; `,
    oddUnit: {
      none: 'la fracción no alcanza para otro centavo',
      'larger-fraction': 'más 0.01, porque su fracción está entre las mayores',
      'fewer-ties-won': 'más 0.01: entre fracciones iguales ganó menos centavos antes',
      'lower-key': 'más 0.01: entre fracciones iguales su número va primero',
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
      `sales ${revenue} − produce paid to members ${deliveries} − own expenses ${ownExpenses}`,
    coverLosses: 'Losses of earlier seasons',
    restore: (fund) => `Restoring the fund ${fund}`,
    takes: ({ due, taken, left }) => `${due} is due, ${taken} is taken, ${left} is left`,
    fundIs: ({ percent, base, rounding, due, left }) =>
      `${percent} % of ${base}, rounded ${rounding}: ${due}; ${left} is left`,
    rounding: { up: 'up', 'half-up': 'to the nearest centavo', down: 'down' },
    capped: ({ room }) => `; up to its limit it can take ${room}`,
    passedOn: ({ fund, amount }) => `; ${amount} goes on to the fund ${fund}`,
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
      'work-minutes': (minutes) => durationText(BigInt(minutes), 'en'),
      'value-delivered': (amount) => `${amount} of produce`,
      'quantity-delivered': (grams) => `${grams} grams`,
      equal: (days) => `${days} days`,
      'certificate-days': (days) => `${days} certificates by days`,
      'care-minutes': (minutes) => durationText(BigInt(minutes), 'en'),
    },
    basisIs: ({ percent, pool, basisPool, weight, total, floor, fraction }) =>
      `${percent} % of ${pool} is ${basisPool}; ${basisPool} × ${weight} ÷ ${total} = ${floor} and ${fraction} of a centavo`,
    atMost: ({ counted, weight }) => `of ${weight} ${counted} count; `,
    oddUnit: {
      none: 'the fraction does not reach for another centavo',
      'larger-fraction': 'plus 0.01, since the fraction is among the largest',
      'fewer-ties-won': 'plus 0.01: among equal fractions she won fewer centavos before',
      'lower-key': 'plus 0.01: among equal fractions her number comes first',
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
