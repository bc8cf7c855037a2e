import { loadProgram } from '@ayni/processes/load-program';

await loadProgram('members', () => import('./start.js'));
