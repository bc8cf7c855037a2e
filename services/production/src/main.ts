import { loadProgram } from '@ayni/processes/load-program';

await loadProgram('production', () => import('./start.js'));
