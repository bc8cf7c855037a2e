import { AT, correction, labour, load, post, produce, reversal, type Good } from './good.js';

/** For every route of production that changes something, a good command. */
export const productionCommands = (): Good[] => [
  load('production/v1/structures', { code: 'G9', name: 'Carpa', kind: 'greenhouse', areaM2: '96' }, { areaM2: '97' }),
  correction('production/v1/structures/G1', '{code}', { areaM2: '97.5' }, { kind: 'plot' }),
  load(
    'production/v1/harvests',
    { code: 'H-9', harvestedAt: AT, structure: 'G1', ...produce, homeUse: '0.5' },
    { quantity: '2.5' },
  ),
  reversal('production/v1/harvests', 'H-9'),
  load('production/v1/work', { code: 'W-9', ...labour, structure: 'G1' }, { minutes: 91 }),
  post('/api/production/v1/confirmations', { codes: ['W-9'] }, { codes: ['W-2'] }, { by: 'second' }),
  reversal('production/v1/work', 'W-9'),
  load('production/v1/care', { code: 'C-9', ...labour }, { minutes: 91 }),
  reversal('production/v1/care', 'C-9'),
];
