// before anything loads the driver: a bundle loads it before the code that stands in it
import '@ayni/database/config';
import { loadProgram } from '@ayni/processes/load-program';

await loadProgram('ops', () => import('./start.js'));
