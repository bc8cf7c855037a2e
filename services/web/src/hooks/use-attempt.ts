import { useState } from 'react';
import { Problem } from '../api/problem.js';

/** Something that is tried: whether it is under way, and why it was refused. */
export function useAttempt() {
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  /** @returns false: what was typed stays, for whoever is refused and for the page that follows */
  const attempt = async (work: () => Promise<void>): Promise<boolean> => {
    setBusy(true);
    setProblem(undefined);
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    } finally {
      setBusy(false);
    }
    return false;
  };
  return { problem, busy, attempt };
}
