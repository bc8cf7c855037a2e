import { fieldOf } from '@ayni/kernel';
import type { Fault } from './problem.js';

/** What loading rows would come to. */
export type Trial = { readonly recorded: number; readonly unchanged: number; readonly faults: readonly Fault[] };

/** What a trial answers, whatever is loaded. */
export function trialOf(answer: unknown): Trial {
  const count = (name: string): number => Number(fieldOf(answer, name) ?? 0);
  const told = fieldOf(answer, 'faults');
  const faults: readonly unknown[] = Array.isArray(told) ? told : [];
  return {
    recorded: count('recorded'),
    unchanged: count('unchanged'),
    faults: faults.map((fault) => ({
      code: String(fieldOf(fault, 'code')),
      pointer: String(fieldOf(fault, 'pointer')),
      detail: String(fieldOf(fault, 'detail')),
    })),
  };
}
