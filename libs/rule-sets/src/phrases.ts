import type { BasisName, StepBase } from '@ayni/distribution';
import type { Words } from './sourced.js';

/** What a fund or a balance is called. */
export type NameOf = (code: string) => Words;

/** Of what a step takes its part. */
export const of: Readonly<Record<StepBase, Words>> = {
  result: { es: 'del resultado', en: 'of the result' },
  'after-losses': { es: 'del resultado menos las pérdidas cubiertas', en: 'of the result less the losses covered' },
  remaining: { es: 'de lo que queda en este paso', en: 'of what is left at this step' },
};
export const rounding = {
  up: { es: 'hacia arriba', en: 'up' },
  'half-up': { es: 'al más cercano', en: 'to the nearest' },
  down: { es: 'hacia abajo', en: 'down' },
};
/** By what shares are worked out. */
export const by: Readonly<Record<BasisName, Words>> = {
  'work-minutes': { es: 'el trabajo confirmado', en: 'confirmed work' },
  'value-delivered': { es: 'el valor de lo que cada una entregó', en: 'the value of what each delivered' },
  'quantity-delivered': { es: 'la cantidad que cada una entregó', en: 'the quantity that each delivered' },
  equal: { es: 'partes iguales por día de socia', en: 'equal parts for each day of membership' },
  'certificate-days': { es: 'certificados por días tenidos', en: 'certificates by the days held' },
  'care-minutes': { es: 'el trabajo de cuidado', en: 'care work' },
};
export const DEBTS: Readonly<Record<string, Words>> = {
  fine: { es: 'multas', en: 'fines' },
  advance: { es: 'anticipos', en: 'advances' },
  loan: { es: 'préstamos', en: 'loans' },
  certificate: { es: 'certificados por pagar', en: 'certificates to be paid' },
};

export const both = (es: string, en: string): Words => ({ es, en });
export const percentIn = (percent: string): Words => {
  const short = percent.includes('.') ? percent.replace(/\.?0+$/, '') : percent;
  return both(`${short.replace('.', ',')} %`, `${short}%`);
};
export const joined = (names: readonly Words[]): Words => ({
  es: names.map(({ es }) => es).join(names.length === 2 ? ' y ' : ', '),
  en: names.map(({ en }) => en).join(names.length === 2 ? ' and ' : ', '),
});
