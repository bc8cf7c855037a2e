import 'reflect-metadata';
import { runProcess } from '@ayni/service-kit';
import { profitSharing } from './index.js';

await runProcess({ name: 'profit-sharing', define: () => profitSharing });
