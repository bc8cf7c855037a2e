import { withFileHandles } from '@ayni/processes/file-handles';
import { loadProgram } from '@ayni/processes/load-program';

await withFileHandles(() => loadProgram('demo', () => import('./start-demo.js')));
