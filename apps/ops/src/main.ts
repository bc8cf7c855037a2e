import { loadProgram } from '@ayni/processes/load-program';

await loadProgram('ops', () => import('./start.js'));
