import type { IncomingMessage, ServerResponse } from 'node:http';
import { context, propagation, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';

const tracer = trace.getTracer('ayni');

/** Answers a request in a span of its own, in the trace that its sender named; events that it writes carry that on. */
export function inRequestSpan(
  request: IncomingMessage,
  response: ServerResponse,
  routeOf: (request: IncomingMessage) => string,
  answer: () => void,
): void {
  const parent = propagation.extract(context.active(), request.headers);
  const method = request.method ?? '';
  const span = tracer.startSpan(method, { kind: SpanKind.SERVER }, parent);
  response.once('close', () => {
    const route = routeOf(request);
    span.updateName(`${method} ${route}`);
    span.setAttributes({
      'http.request.method': method,
      'http.route': route,
      'http.response.status_code': response.statusCode,
    });
    if (response.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end();
  });
  context.with(trace.setSpan(parent, span), answer);
}
