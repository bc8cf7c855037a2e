import { until } from './until.js';

/** Asks as clients do: again while the system says that it is busy, as any may on a slow machine. Other faults are thrown. */
export async function ask(url: string, request?: RequestInit): Promise<Response> {
  const came = await until(async (see) => {
    try {
      const answer = await fetch(url, request);
      if (see(answer.status) !== 503) return { answer };
      await answer.arrayBuffer(); // its connection serves the next one
      return undefined;
    } catch (error) {
      return { error };
    }
  });
  if ('error' in came) throw came.error;
  return came.answer;
}
