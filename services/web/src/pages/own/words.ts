import { own } from '../../words/es/own.js';
import { takeWords } from '../../words/say.js';

takeWords({ own });
