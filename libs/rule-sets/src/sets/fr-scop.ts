import { exampleCase, type ShippedRuleSet } from '../shipped-rule-set.js';

export const frScop: ShippedRuleSet = {
  code: 'fr-scop',
  country: 'FR',
  name: { es: 'Francia, SCOP: por horas', en: 'France, SCOP: by hours' },
  law: { name: 'Loi n° 78-763 portant statut des SCOP', date: '1978-07-19' },
  rules: {
    code: 'fr-scop',
    steps: [
      {
        kind: 'fund',
        fund: 'legal-reserve',
        percent: '15.00',
        of: 'result',
        rounding: 'up',
        cap: { percent: '100.00', of: 'share-capital' },
      },
      { kind: 'fund', fund: 'development', percent: '45.00', of: 'result', rounding: 'down' },
    ],
    bases: [{ basis: 'work-minutes', percent: '100.00' }],
    lossOrder: [{ fund: 'development' }, { fund: 'legal-reserve' }],
  },
  sources: {
    '/steps/0': { article: '–', source: 'statute' },
    '/steps/1': { article: '–', source: 'statute' },
    '/bases/0': { article: '–', source: 'statute' },
    '/lossOrder/0': { article: '–', source: 'unverified' },
    '/lossOrder/1': { article: '–', source: 'unverified' },
  },
  limits: [
    {
      kind: 'fund-at-least',
      fund: 'legal-reserve',
      percent: '15.00',
      of: 'result',
      until: { percent: '100.00', of: 'share-capital' },
      article: '–',
      source: 'statute',
    },
    { kind: 'members-at-least', percent: '25.00', article: '–', source: 'statute' },
  ],
  besides: [
    {
      es: 'La parte del trabajo es de todas las trabajadoras, también de las que no son socias, con tres meses en el año o seis de antigüedad: todas tienen que estar en el padrón.',
      en: 'The part of work belongs to all workers, members or not, with three months in the year or six of seniority: all of them have to be in the register.',
    },
    {
      es: 'El tope de la reserva es el capital más alto que hubo; aquí es el de hoy.',
      en: 'The reserve is capped by the highest capital that there was; here it is that of today.',
    },
    {
      es: 'El coeficiente de antigüedad, a lo sumo 2, no se calcula aquí.',
      en: 'The coefficient of seniority, 2 at most, is not worked out here.',
    },
  ],
  example: {
    from: {
      es: 'Hecho con los porcentajes: resultado de 40.000; la reserva tiene 1.000 y su tope es 3.000.',
      en: 'Made from the percents: a result of 40,000; the reserve holds 1,000 and is capped at 3,000.',
    },
    case: exampleCase(
      'EUR',
      '40000.00',
      [
        ['001', { 'work-minutes': '96420' }],
        ['002', { 'work-minutes': '96420' }],
        ['003', { 'work-minutes': '48180' }],
      ],
      { balances: { 'share-capital': '3000.00' }, funds: { 'legal-reserve': { balance: '1000.00' } } },
    ),
    funds: { 'legal-reserve': '2000.00', development: '18000.00' },
    pool: '20000.00',
    shares: { '001': '8001.00', '002': '8000.99', '003': '3998.01' },
  },
};
