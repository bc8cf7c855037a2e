import 'reflect-metadata';
import { runProcess } from '@ayni/service-kit/process/run';
import { production } from './index.js';

await runProcess({ name: 'production', define: () => production });
