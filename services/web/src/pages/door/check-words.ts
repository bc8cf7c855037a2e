import { check } from '../../words/es/check.js';
import { takeWords } from '../../words/say.js';

takeWords({ check });
