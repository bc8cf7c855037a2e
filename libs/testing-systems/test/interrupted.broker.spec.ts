import { test } from '@jest/globals';
import { interrupt } from './interrupted.js';

test('a run that is killed leaves no Java behind', () =>
  interrupt({ by: 'SIGKILL', suites: ['one'], withKafka: true }));
