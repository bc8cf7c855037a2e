import { say } from '../../../words/say.js';
import { columnOf, given, open, text } from '../kind.js';
import { kindOf } from '../shown-kind.js';
import { minutesIn } from './field.js';

/** What members brought or worked for certificates: a product with how much of it, or hours. */
export const contributions = kindOf(() => ({
  id: 'aportes',
  label: 'bring.contributions',
  note: 'bring.contributionsText',
  roles: ['treasurer'],
  route: 'POST /api/profit-sharing/v1/contributions',
  prefix: 'CA',
  columns: [
    columnOf('broughtOn', 'day', ['fecha', 'día', 'fecha del aporte', 'date', 'day']),
    columnOf('certificate', 'text', ['certificado', 'nº de certificado', 'certificate']),
    columnOf('resolution', 'text', ['resolución', 'acta', 'nº de resolución', 'resolution']),
    columnOf('product', 'text', ['producto', 'qué trajo', 'product'], { ...open, names: 'product' }),
    columnOf('quantity', 'amount', ['cantidad', 'cuánto', 'peso'], open),
    columnOf('hours', 'amount', ['horas', 'horas trabajadas', 'trabajo', 'hours'], {
      ...open,
      label: say('bring.hours'),
      wrong: (said) => (minutesIn(said) === undefined ? say('work.notHours') : undefined),
    }),
    columnOf('code', 'text', ['código', 'comprobante', 'recibo', 'nº', 'número'], open),
  ],
  sent: (rows, query) => ({
    body: {
      rows: rows.map((cells) => {
        const minutes = cells['hours'] === undefined ? undefined : minutesIn(cells['hours']);
        return {
          ...{ code: text(cells, 'code'), broughtOn: text(cells, 'broughtOn') },
          ...{ certificate: text(cells, 'certificate'), resolution: text(cells, 'resolution') },
          ...given(cells, 'product'),
          ...given(cells, 'quantity'),
          ...(minutes === undefined ? {} : { minutes }),
        };
      }),
    },
    query,
  }),
}));
