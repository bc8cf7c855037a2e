import 'reflect-metadata';
import { runProcess } from '@ayni/service-kit/process/run-process';
import { inventory } from './index.js';

await runProcess({ name: 'inventory', define: () => inventory });
