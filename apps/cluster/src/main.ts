import { withFileHandles } from '@ayni/processes/file-handles';
import { loadProgram } from '@ayni/processes/load-program';

await withFileHandles(() => loadProgram('cluster', () => import('./start.js')));
