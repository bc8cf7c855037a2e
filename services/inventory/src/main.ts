import { loadProgram } from '@ayni/processes/load-program';

await loadProgram('inventory', () => import('./start.js'));
