import { Parts } from '../../design/parts.js';
import { say } from '../../words/say.js';

/** The pages about where own money lies. */
export const TillParts = () => (
  <Parts
    label={say('till.title')}
    parts={[
      { path: '/caja', label: say('till.counts') },
      { path: '/caja/traspasos', label: say('till.transfers') },
      { path: '/caja/cobros', label: say('till.collections') },
      { path: '/caja/incobrables', label: say('till.writeOffs') },
      { path: '/caja/saldos-iniciales', label: say('till.openings') },
    ]}
  />
);
