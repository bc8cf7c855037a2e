import 'reflect-metadata';
import { runProcess } from '@ayni/service-kit';
import { inventory } from './index.js';

await runProcess({ name: 'inventory', define: () => inventory });
