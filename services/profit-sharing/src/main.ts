import { loadProgram } from '@ayni/processes/load-program';

await loadProgram('profit-sharing', () => import('./start.js'));
