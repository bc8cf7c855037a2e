import { answerOf } from '../api/answer-of.js';
import { askRaw } from '../api/ask.js';
import { Problem } from '../api/problem.js';

export type Service = 'members' | 'production' | 'inventory' | 'sales' | 'profit-sharing';

/** So often a page asks where nothing can be followed. */
const AGAIN_MS = 15_000;
/** A service says every 15 seconds that it is still there. */
const SILENCE_MS = 60_000;

export type Follower = {
  /** From here on nothing is missed. */
  readonly onBegin: () => void;
  /** An event happened, as its service tells it (CloudEvents, as JSON). */
  readonly onEvent: (event: string) => void;
  /** It ended, or never began, and is tried again. @param problem where it did not end as it should */
  readonly onEnd: (problem?: Problem) => void;
};

/**
 * Follows what a service tells. Its place is taken once, when it begins; where the line was lost it goes on by itself
 * after what was heard last, so that nothing is missing and nothing comes twice.
 * @param types of events, parted by commas; all public ones where left out
 * @param inMs what the page asks for itself goes before for so long
 * @returns what ends it
 */
export function follow(
  service: Service,
  types: string | undefined,
  { onBegin, onEvent, onEnd }: Follower,
  inMs = 0,
): () => void {
  let isOver = false;
  let after = 'now';
  let reader: ReadableStreamDefaultReader<string> | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const hear = (message: string): void => {
    for (const line of message.split('\n')) if (line.startsWith('data: ')) onEvent(line.slice('data: '.length));
    after = /^id: (\d+)$/m.exec(message)?.[1] ?? after;
  };
  const listen = async (): Promise<void> => {
    const query = { after, ...(types === undefined ? {} : { types }) };
    const response = await askRaw(`GET /api/${service}/v1/events/stream`, { query });
    if (!response.ok) await answerOf(`GET /api/${service}/v1/events/stream`, response);
    if (response.body === null || isOver) return void response.body?.cancel();
    const own = (reader = response.body.pipeThrough(new TextDecoderStream()).getReader());
    for (let rest = '', isNew = true; !isOver;) {
      const silent = setTimeout(() => void own.cancel().catch(() => undefined), SILENCE_MS);
      const { done, value } = await own.read().finally(() => clearTimeout(silent));
      if (done) return;
      const messages = (rest + value).split('\n\n');
      // half a message counts for nothing: where the line is lost in it, it is told again
      rest = messages.pop() ?? '';
      messages.forEach(hear);
      if (isNew && messages.length > 0) onBegin();
      isNew &&= messages.length === 0;
    }
  };
  const goOn = (problem?: Problem): void => {
    if (isOver) return;
    onEnd(problem);
    waiting = setTimeout(begin, AGAIN_MS);
  };
  const begin = (): void => {
    clearTimeout(waiting);
    waiting = undefined;
    void listen().then(
      () => goOn(),
      (error: unknown) => goOn(error instanceof Problem ? error : Problem.unreachable()),
    );
  };
  const hurry = (): void => {
    if (waiting !== undefined) begin();
  };

  waiting = setTimeout(begin, inMs);
  window.addEventListener('online', hurry);
  return () => {
    isOver = true;
    clearTimeout(waiting);
    window.removeEventListener('online', hurry);
    void reader?.cancel().catch(() => undefined);
  };
}
