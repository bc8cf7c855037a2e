import { withFileHandles } from '@ayni/processes/file-handles';

await withFileHandles(() => import('./start.js'));
