import { askRaw } from '../api/ask.js';

export type Service = 'members' | 'production' | 'inventory' | 'sales' | 'profit-sharing';

/** What a page shows first comes before what it follows. */
const FIRST_MS = 2_000;
/** So often a page asks where nothing can be followed. */
const AGAIN_MS = 15_000;

export type Follower = {
  /** It begins: what happened since the page asked was not told. */
  readonly onBegin: () => void;
  /** An event happened, as its service tells it (CloudEvents, as JSON). */
  readonly onEvent: (event: string) => void;
};

/**
 * Follows what a service tells, from now on; begins again by itself where the line was lost.
 * @param types of events, parted by commas; all public ones where left out
 * @returns what ends it
 */
export function follow(service: Service, types: string | undefined, { onBegin, onEvent }: Follower): () => void {
  let isOver = false;
  let reader: ReadableStreamDefaultReader<string> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const listen = async (): Promise<void> => {
    const query = { after: 'now', ...(types === undefined ? {} : { types }) };
    const { ok, body } = await askRaw(`GET /api/${service}/v1/events/stream`, { query });
    if (!ok || body === null || isOver) return void body?.cancel();
    onBegin();
    reader = body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const lines = (rest + part.value).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) if (line.startsWith('data:')) onEvent(line.slice('data:'.length).trim());
    }
  };
  const goOn = (): void => {
    if (isOver) return;
    onBegin();
    timer = setTimeout(begin, AGAIN_MS);
  };
  const begin = (): void => void listen().then(goOn, goOn);

  timer = setTimeout(begin, FIRST_MS);
  return () => {
    isOver = true;
    clearTimeout(timer);
    void reader?.cancel().catch(() => undefined);
  };
}
