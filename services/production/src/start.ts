import 'reflect-metadata';
import { runProcess } from '@ayni/service-kit/process/run-process';
import { production } from './index.js';

await runProcess({ name: 'production', define: () => production });
