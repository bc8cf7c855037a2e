import { neverEnd } from './endless.js';

neverEnd('other');
