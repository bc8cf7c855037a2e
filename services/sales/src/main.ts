import { loadProgram } from '@ayni/processes/load-program';

await loadProgram('sales', () => import('./start.js'));
