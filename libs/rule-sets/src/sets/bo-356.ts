import type { RuleSet } from '@ayni/distribution';
import type { Limit } from '../limit.js';
import type { Sourced, Words } from '../sourced.js';

/** As a producers' co-op of La Paz applies it in its statute; which article of the law fixes the percents was not read. */
const inStatute = (article: string): Sourced => ({ article, source: 'statute' });

export const LAW_356 = { name: 'Ley General de Cooperativas N.° 356', date: '2013-04-11' };

/** What all ways of sharing under Ley 356 have in common. */
export const STEPS_356: Pick<RuleSet, 'steps' | 'lossOrder' | 'offsets'> = {
  steps: [
    { kind: 'cover-losses' },
    { kind: 'restore', fund: 'legal-reserve' },
    {
      kind: 'fund',
      fund: 'legal-reserve',
      percent: '10.00',
      of: 'result',
      rounding: 'up',
      cap: { percent: '25.00', of: 'share-capital' },
      excessTo: ['education', 'social'],
    },
    { kind: 'fund', fund: 'education', percent: '5.00', of: 'result', rounding: 'up' },
    { kind: 'fund', fund: 'social', percent: '5.00', of: 'result', rounding: 'up' },
    { kind: 'fund', fund: 'voluntary-reserve', percent: '20.00', of: 'result', rounding: 'up' },
  ],
  lossOrder: [{ fund: 'voluntary-reserve' }, { fund: 'legal-reserve' }],
  offsets: { order: ['fine', 'advance', 'loan', 'certificate'] },
};

export const SOURCES_356: Readonly<Record<string, Sourced>> = {
  '/steps/0': { article: '–', source: 'unverified' },
  '/steps/1': inStatute('art. 36'),
  '/steps/2': inStatute('arts. 34, 35'),
  '/steps/3': inStatute('art. 34'),
  '/steps/4': inStatute('art. 34'),
  '/steps/5': inStatute('art. 34'),
  '/lossOrder/0': inStatute('art. 34'),
  '/lossOrder/1': inStatute('art. 36'),
  '/offsets': inStatute('art. 23'),
};

const UNTIL = { percent: '25.00', of: 'share-capital' };

export const LIMITS_356: readonly Limit[] = [
  {
    kind: 'fund-at-least',
    fund: 'legal-reserve',
    percent: '10.00',
    of: 'result',
    until: UNTIL,
    ...inStatute('art. 34'),
  },
  { kind: 'fund-at-least', fund: 'education', percent: '5.00', of: 'result', ...inStatute('art. 34') },
  { kind: 'fund-at-least', fund: 'social', percent: '5.00', of: 'result', ...inStatute('art. 34') },
  { kind: 'restore-first', fund: 'legal-reserve', ...inStatute('art. 36') },
  {
    kind: 'only-bases',
    bases: ['work-minutes', 'value-delivered', 'quantity-delivered', 'care-minutes'],
    ...inStatute('arts. 14 f, 33'),
  },
];

export const BESIDES_356: readonly Words[] = [
  {
    es: 'El Fondo Social de la ley es más que el capital de las socias (también donaciones, bienes y reservas, art. 38): el tope puede ser más alto, nunca más bajo.',
    en: "The law's social fund is more than members' capital (donations, assets and reserves too, art. 38): the cap may be higher, never lower.",
  },
  {
    es: 'Lo que el fondo de educación no gasta en una gestión se gasta en la siguiente (art. 46).',
    en: 'What the education fund does not spend in a season is spent in the next (art. 46).',
  },
  {
    es: 'Una asociación no es una cooperativa: allí deciden el estatuto y la asamblea. Confírmelo con su contadora.',
    en: 'An association is no co-op: there the statute and the assembly decide. Confirm it with your accountant.',
  },
];
