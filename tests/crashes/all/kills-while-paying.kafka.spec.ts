import { killsWhilePaying } from '../src/kills-while-paying.js';

const COMMIT = ['transaction:committing', 'transaction:committed'] as const;

killsWhilePaying('laptop', [...COMMIT, 'relay:numbered']);
killsWhilePaying('kafka', [...COMMIT, 'relay:numbered', 'relay:sent', 'relay:marked']);
