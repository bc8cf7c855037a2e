import { isApproved } from '../../api/approved.js';
import type { ItemOf } from '../../hooks/use-list.js';
import { Pill } from '../../design/notice.js';
import { say, type PlainWord } from '../../words/say.js';
import '../../design/steps.css';

type Run = ItemOf<'GET /api/profit-sharing/v1/runs'>;
type State = ItemOf<'GET /api/profit-sharing/v1/seasons'>['state'];

type SeasonWord = Extract<PlainWord, `season.step${string}`>;
const STEPS: readonly (readonly [SeasonWord, SeasonWord])[] = [
  ['season.stepOpen', 'season.stepOpenText'],
  ['season.stepCheck', 'season.stepCheckText'],
  ['season.stepClose', 'season.stepCloseText'],
  ['season.stepCalculate', 'season.stepCalculateText'],
  ['season.stepApprove', 'season.stepApproveText'],
];

/** How many of its five steps a season has behind it. */
function behind(state: State, runs: readonly Run[]): number {
  if (state !== 'closed' && state !== 'locked') return state === 'closing' ? 2 : 1;
  if (runs.some((run) => run.state === 'paid')) return STEPS.length;
  return runs.some((run) => run.state === 'proposed' || isApproved(run.state)) ? 4 : 3;
}

/** The five steps of a season: which are done, and which is to be done now. */
export function Steps({ state, runs }: { state: State; runs: readonly Run[] }) {
  const done = behind(state, runs);
  return (
    <ol className="steps" aria-label={say('season.steps')}>
      {STEPS.map(([name, text], index) => (
        <li key={name} aria-current={index === done ? 'step' : undefined}>
          <strong>{say(name)}</strong>
          <span className="soft">{say(text)}</span>
          <Pill kind={index < done ? 'done' : index === done ? 'waiting' : 'plain'}>
            {say(index < done ? 'season.isDone' : index === done ? 'season.isNow' : 'season.isLater')}
          </Pill>
        </li>
      ))}
    </ol>
  );
}
