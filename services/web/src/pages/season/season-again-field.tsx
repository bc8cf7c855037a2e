import { TextField } from '../../design/field.js';
import { say } from '../../words/say.js';

/** The code of a season once more, where what is done to it has no way back, or hardly one. */
export const SeasonAgainField = ({ code }: { code: string }) => (
  <TextField
    name="season"
    label={say('season.closeCode', { code })}
    autoComplete="off"
    autoCapitalize="none"
    required
  />
);
