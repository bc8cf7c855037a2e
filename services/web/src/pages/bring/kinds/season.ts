import { addDays, parseDay, Refusal } from '@ayni/kernel';
import { say } from '../../../words/say.js';
import { columnOf, given, open, text, type Cells, type Together } from '../kind.js';
import { recordsOf } from '../records.js';
import { kindOf } from '../shown-kind.js';
import { minutesIn } from './field.js';

const together: Together = {
  ...{ are: 'seasons', by: 'code' },
  shared: ['firstDay', 'lastDay', 'result', 'pool', 'openedOn'],
};

/** Seasons before these books: the rows with one name are the families of one. */
export const oldSeasons = kindOf(() => ({
  id: 'gestiones-de-antes',
  label: 'bring.oldSeasons',
  note: 'bring.oldSeasonsText',
  roles: ['treasurer'],
  route: 'POST /api/profit-sharing/v1/old-seasons',
  together,
  columns: [
    columnOf('code', 'text', ['gestión', 'año', 'temporada', 'season', 'year'], { label: say('season.season') }),
    columnOf('firstDay', 'day', ['desde', 'del', 'comienza', 'inicio', 'from']),
    columnOf('lastDay', 'day', ['hasta', 'al', 'termina', 'fin', 'cierre', 'to']),
    columnOf('household', 'text', ['nombre de la familia', 'hogar', 'nombre', 'family'], { names: 'household' }),
    columnOf('share', 'amount', ['le tocó', 'reparto', 'excedente', 'ganancia', 'monto', 'share']),
    columnOf('paid', 'amount', ['se le pagó', 'cobró', 'recibió', 'paid']),
    columnOf('hours', 'amount', ['horas', 'horas trabajadas', 'trabajo', 'hours'], {
      ...open,
      label: say('bring.hours'),
      wrong: (said) => (minutesIn(said) === undefined ? say('work.notHours') : undefined),
    }),
    columnOf('valueDelivered', 'amount', ['entregas', 'entregó por', 'valor de entregas', 'delivered'], open),
    columnOf('result', 'amount', ['resultado de la gestión', 'ganancia de la gestión', 'result'], open),
    columnOf('pool', 'amount', ['total repartido', 'para repartir', 'pool'], open),
    columnOf('openedOn', 'day', ['en los libros desde', 'fecha del saldo'], open),
  ],
  sent: (rows, query) => ({
    body: {
      rows: recordsOf(rows, together).map((places) => {
        const [first = {}, ...others] = places.map((at): Cells => rows[at] ?? {});
        return {
          code: text(first, 'code'),
          firstDay: text(first, 'firstDay'),
          lastDay: text(first, 'lastDay'),
          openedOn: text(first, 'openedOn') || dayAfter(text(first, 'lastDay')),
          ...given(first, 'result'),
          ...given(first, 'pool'),
          lines: [first, ...others].map((cells) => ({
            household: text(cells, 'household'),
            ...{ share: text(cells, 'share'), paid: text(cells, 'paid') },
            ...workMinutes(cells),
            ...given(cells, 'valueDelivered'),
          })),
        };
      }),
    },
    query,
  }),
}));

const workMinutes = (cells: Cells): { readonly workMinutes?: number } => {
  const minutes = cells['hours'] === undefined ? undefined : minutesIn(cells['hours']);
  return minutes === undefined ? {} : { workMinutes: minutes };
};

/** What is still owed is owed since the season's end, where the sheet says no other day. */
function dayAfter(day: string): string {
  try {
    return addDays(parseDay(day), 1);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return day;
  }
}
