import { minutesOf } from '../../../words/minutes-of.js';
import { say } from '../../../words/say.js';
import { columnOf, given, open, text, type BroughtColumn, type Cells } from '../kind.js';
import { kindOf } from '../shown-kind.js';
import { DAY, instantIn, measured, measuredIn, NUMBER } from './measured.js';

const roles = ['manager'] as const;
const WHERE = ['dónde', 'de dónde', 'carpa', 'lugar', 'parcela', 'where'];

export const harvests = kindOf((timezone) => ({
  id: 'cosechas',
  label: 'harvests.title',
  roles,
  route: 'POST /api/production/v1/harvests',
  prefix: 'C',
  columns: [
    columnOf('harvestedAt', 'moment', [...DAY, 'fecha de la cosecha']),
    columnOf('structure', 'text', WHERE, { names: 'structure' }),
    ...measured(),
    columnOf('homeUse', 'amount', ['para la casa', 'de eso para la casa', 'consumo', 'autoconsumo', 'home use'], open),
    columnOf('code', 'text', [...NUMBER, 'lote', 'lot'], open),
  ],
  sent: (rows, query) => ({
    body: {
      rows: rows.map((cells) => ({
        code: text(cells, 'code'),
        harvestedAt: instantIn(cells, 'harvestedAt', timezone),
        structure: text(cells, 'structure'),
        ...measuredIn(cells),
        ...given(cells, 'homeUse'),
      })),
    },
    query,
  }),
}));

/** Hours, or minutes where the sheet has these. */
const labour = (): readonly BroughtColumn[] => [
  columnOf('workedOn', 'day', [...DAY, 'fecha del trabajo']),
  columnOf('member', 'text', ['socia', 'socio', 'nombre', 'quién', 'nombre de la socia'], { names: 'member' }),
  columnOf('activity', 'text', ['tarea', 'trabajo', 'labor', 'qué hizo', 'task']),
  columnOf('hours', 'amount', ['horas', 'tiempo', 'horas trabajadas', 'hours'], {
    ...open,
    label: say('bring.hours'),
    wrong: (said) => (minutesIn(said) === undefined ? say('work.notHours') : undefined),
  }),
  columnOf('minutes', 'whole', ['minutos', 'min'], open),
];

/** Minutes of hours as they were read: `7.5`, `7:30`. */
export function minutesIn(hours: string): number | undefined {
  const [, whole, rest] = /^(\d{1,2}):([0-5]\d)$/.exec(hours) ?? [];
  if (whole !== undefined) return Number(whole) * 60 + Number(rest);
  return /^\d{1,4}(?:\.\d+)?$/.test(hours) ? minutesOf(hours) : undefined;
}

const labourIn = (
  cells: Cells,
): {
  readonly code: string;
  readonly workedOn: string;
  readonly member: string;
  readonly activity: string;
  readonly minutes: number;
} => ({
  code: text(cells, 'code'),
  workedOn: text(cells, 'workedOn'),
  member: text(cells, 'member'),
  activity: text(cells, 'activity'),
  minutes: (cells['hours'] === undefined ? undefined : minutesIn(cells['hours'])) ?? Number(text(cells, 'minutes')),
});

export const work = kindOf(() => ({
  id: 'trabajo',
  label: 'bring.work',
  note: 'bring.workText',
  roles,
  route: 'POST /api/production/v1/work',
  prefix: 'T',
  columns: [
    ...labour(),
    columnOf('structure', 'text', WHERE, { ...open, names: 'structure' }),
    columnOf('code', 'text', NUMBER, open),
  ],
  sent: (rows, query) => ({
    body: { rows: rows.map((cells) => ({ ...labourIn(cells), ...given(cells, 'structure') })) },
    query,
  }),
}));

export const care = kindOf(() => ({
  id: 'cuidados',
  label: 'bring.care',
  note: 'bring.careText',
  roles,
  route: 'POST /api/production/v1/care',
  prefix: 'U',
  columns: [...labour(), columnOf('code', 'text', NUMBER, open)],
  sent: (rows, query) => ({ body: { rows: rows.map(labourIn) }, query }),
}));
