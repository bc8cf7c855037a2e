import { Answer } from '@ayni/api-client/answer';
import { jsonOf } from '@ayni/kernel';

/** An event as a stream brought it. */
export type Read = { readonly id: string; readonly event: Answer };

/** Somebody who follows a stream of events, as a page or a program does. */
export class StreamReader {
  readonly read: Read[] = [];
  /** The position that she would go on from. */
  lastId: string | undefined;
  private readonly leaving = new AbortController();
  private readonly over: Promise<void>;
  private hasEnded = false;

  private constructor(response: Response, leaving: AbortController) {
    this.leaving = leaving;
    this.over = this.follow(response)
      .catch(() => undefined)
      .finally(() => {
        this.hasEnded = true;
      });
  }

  /** @throws the status and what was said, where the stream is refused */
  static async open(url: string, token: string, headers: Record<string, string> = {}): Promise<StreamReader> {
    const leaving = new AbortController();
    const response = await fetch(url, {
      headers: { authorization: `Bearer ${token}`, accept: 'text/event-stream', ...headers },
      signal: leaving.signal,
    });
    if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
    return new StreamReader(response, leaving);
  }

  get isOver(): boolean {
    return this.hasEnded;
  }

  async leave(): Promise<void> {
    this.leaving.abort();
    await this.over;
  }

  private async follow({ body }: Response): Promise<void> {
    let rest = '';
    for await (const text of body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const blocks = (rest + text).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) this.take(block);
    }
  }

  private take(block: string): void {
    const [, id] = /^id: (\d+)$/m.exec(block) ?? [];
    const [, data] = /^data: (.*)$/m.exec(block) ?? [];
    if (id !== undefined) this.lastId = id;
    if (id !== undefined && data !== undefined) this.read.push({ id, event: new Answer(jsonOf(data), id) });
  }
}
