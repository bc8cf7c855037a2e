import { me } from '../../words/es/me.js';
import { takeWords } from '../../words/say.js';

takeWords({ me });
