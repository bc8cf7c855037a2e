import { CommandDone } from '@ayni/http/commands/load-answer';
import { CodeField } from '@ayni/http/fields';

/** That the services were asked to close their books of a season. */
export class ClosingAnswer extends CommandDone {
  @CodeField({ description: 'the season' })
  closing!: string;
}
