import { useSearchParams } from 'wouter';
import { serverNow } from '../api/server-time.js';
import { dayIn } from '../words/dates.js';
import { daysAfter } from '../words/week.js';
import { useWho } from './use-who.js';

const MONTH = 31;

/** From which day to which a list is shown: those of the address, else the last month, which is what people look for. */
export function useDays(): { readonly from: string; readonly to: string } {
  const { timezone } = useWho().coop;
  const [params] = useSearchParams();
  const today = dayIn(timezone, serverNow());
  return { from: params.get('desde') ?? daysAfter(today, -MONTH), to: params.get('hasta') ?? today };
}
