import { neverEnd } from './endless.js';

neverEnd('one');
