import type { Response } from 'express';

/** Names the version that a row has now, for the client's next If-Match; also where a command was done before. */
export function withEntityTag<Answer extends object>(response: Response, answer: Answer): Answer {
  response.setHeader('ETag', `"${String(Reflect.get(answer, 'version'))}"`);
  return answer;
}
