import 'reflect-metadata';
import { runProcess } from '@ayni/service-kit/process/run-process';
import { profitSharing } from './index.js';

await runProcess({ name: 'profit-sharing', define: () => profitSharing });
