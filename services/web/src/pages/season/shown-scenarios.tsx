import { useLocation } from 'wouter';
import { ChoiceField } from '../../design/field.js';
import { Shown } from '../../design/shown.js';
import { useList } from '../../hooks/use-list.js';
import { useRead } from '../../hooks/use-read.js';
import { say } from '../../words/say.js';
import { asSeen, ComparedRules } from './compared-rules.js';

/** What an officer showed to everybody of a season, with what the family of who looks would get. */
export function ShownScenarios({ season, nameOf }: { season: string; nameOf: (code: string) => string }) {
  const seasons = useList('GET /api/profit-sharing/v1/seasons', {});
  const read = useRead('GET /api/profit-sharing/v1/seasons/{code}/shown-scenarios', { path: { code: season } });
  const [, go] = useLocation();
  const choices = (seasons.items ?? [])
    .filter(({ state }) => state !== 'withdrawn')
    .map(({ code, name }) => ({ value: code, label: name }));
  return (
    <>
      {choices.length < 2 ? null : (
        <div className="no-print">
          <ChoiceField
            name="season"
            label={say('scenarios.season')}
            defaultValue={season}
            choices={choices}
            onChoose={(code) => go(`/gestion/${encodeURIComponent(code)}/comparar`)}
          />
        </div>
      )}
      <Shown read={read}>
        {({ shown }) =>
          shown === null ? (
            <p>{say('scenarios.notShown')}</p>
          ) : (
            <ComparedRules compared={asSeen(shown)} nameOf={nameOf} />
          )
        }
      </Shown>
    </>
  );
}
