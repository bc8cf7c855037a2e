import { Link } from 'wouter';
import { say } from '../words/say.js';
import { ChoiceField } from './field.js';
import { Notice } from './notice.js';

type ResolutionChoiceProps = {
  readonly at?: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly required?: boolean;
  /** Those that may be chosen; undefined while they are on their way. */
  readonly choices: readonly { readonly value: string; readonly label: string }[] | undefined;
};

/** Under which resolution something is done; where none covers it, the way to them. */
export function ResolutionChoice({ choices, ...field }: ResolutionChoiceProps) {
  return (
    <>
      <ChoiceField name="resolution" {...field} choices={choices ?? []} />
      {choices?.length === 0 ? (
        <Notice kind="waiting">
          <p>{say('resolutions.noneCovers')}</p>
          <Link href="/resoluciones">{say('menu.resolutions')}</Link>
        </Notice>
      ) : null}
    </>
  );
}
