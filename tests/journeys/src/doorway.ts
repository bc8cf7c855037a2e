import { once } from 'node:events';
import { createServer, request as send, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** What a request meets on its way. */
export type Passing = { readonly path: string; readonly body: string };

/**
 * Stands between clients and a system, at an address that stays while the system is started again, and lets a test
 * act at a moment of a request's life: when it has been sent on, or when its answer is there and not yet passed back.
 */
export class Doorway {
  private constructor(
    private readonly server: Server,
    readonly url: string,
    public target: string,
    public onSent: (passing: Passing) => void,
    public onAnswered: (passing: Passing) => void,
  ) {}

  static async open(target: string): Promise<Doorway> {
    const server = createServer();
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const address = server.address();
    if (typeof address !== 'object' || address === null) throw new Error('The doorway has no address');
    const nothing = (): void => undefined;
    const doorway = new Doorway(server, `http://127.0.0.1:${address.port}`, target, nothing, nothing);
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      doorway.pass(request, response).catch(() => response.destroy());
    });
    return doorway;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private async pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    const passing = { path: request.url ?? '', body: body.toString() };
    const onward = send(this.target + passing.path, { method: request.method, headers: request.headers });
    const answered: Promise<unknown[]> = once(onward, 'response');
    onward.on('error', () => undefined); // it has rejected the answer; another one tells nothing more
    await Promise.race([new Promise<void>((resolve) => onward.end(body, resolve)), answered]);
    this.onSent(passing);
    const [answer] = await answered;
    if (!isMessage(answer)) throw new Error('This is no answer');
    const content = await buffer(answer);
    this.onAnswered(passing);
    response.writeHead(answer.statusCode ?? 502, answer.headers).end(content);
  }
}

const isMessage = (value: unknown): value is IncomingMessage =>
  typeof value === 'object' && value !== null && 'statusCode' in value;
