import { test } from '@jest/globals';
import { interrupt } from './interrupted.js';

test.each<[string, NodeJS.Signals, ('one' | 'other')[]]>([
  ['Ctrl-C', 'SIGINT', ['one', 'other']],
  ['being asked to', 'SIGTERM', ['one']],
  ['being killed', 'SIGKILL', ['one', 'other']],
])('a run that ends by %s leaves no worker, no PostgreSQL and no folder behind', (_, by, suites) =>
  interrupt({ by, suites, withKafka: false }),
);
