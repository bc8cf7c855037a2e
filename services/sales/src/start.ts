import 'reflect-metadata';
import { runProcess } from '@ayni/service-kit/process/run-process';
import { sales } from './index.js';

await runProcess({ name: 'sales', define: () => sales });
