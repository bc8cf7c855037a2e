import 'reflect-metadata';
import { runProcess } from '@ayni/service-kit';
import { sales } from './index.js';

await runProcess({ name: 'sales', define: () => sales });
