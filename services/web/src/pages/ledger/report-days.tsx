import { ChoiceFilter, DayFilter, narrowed, useFilter } from '../../design/filter.js';
import { useList } from '../../hooks/use-list.js';
import { dayInFull } from '../../words/dates.js';
import { say } from '../../words/say.js';

/** The days that a report is asked for, as they stand in the address. */
export function useReportDays(): { readonly season?: string; readonly from?: string; readonly to?: string } {
  const [season] = useFilter('gestion');
  const [from] = useFilter('desde');
  const [to] = useFilter('hasta');
  return { ...narrowed('season', season), ...narrowed('from', from), ...narrowed('to', to) };
}

/** Chooses a season, or the days from one to another. */
export function ReportDaysFilter() {
  const [season, setSeason] = useFilter('gestion');
  const [from, setFrom] = useFilter('desde');
  const [to, setTo] = useFilter('hasta');
  const seasons = useList('GET /api/profit-sharing/v1/seasons', {});
  return (
    <>
      <ChoiceFilter
        label={say('ledger.season')}
        value={season}
        onChoose={setSeason}
        choices={(seasons.items ?? []).map(({ code, name }) => ({ value: code, label: name }))}
        none={say('ledger.anySeason')}
      />
      <DayFilter label={say('ledger.from')} value={from} onChoose={setFrom} />
      <DayFilter label={say('ledger.to')} value={to} onChoose={setTo} />
    </>
  );
}

/** Of which days a report is. */
export const OfDays = ({ from, to }: { from: string | null; to: string }) => (
  <p>
    {from === null
      ? say('ledger.until', { to: dayInFull(to) })
      : say('ledger.of', { from: dayInFull(from), to: dayInFull(to) })}
  </p>
);
