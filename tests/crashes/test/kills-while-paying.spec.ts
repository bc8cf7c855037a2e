import { killsWhilePaying } from '../src/kills-while-paying.js';

// the other steps, and what comes after the commit, are tried by `npm run crashes:all`
killsWhilePaying('laptop', ['transaction:committing', 'transaction:committed'], ['approved', 'paid', 'reversed']);
