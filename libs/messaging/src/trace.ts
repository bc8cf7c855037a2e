import type { CloudEvent } from '@ayni/contracts';
import { context, propagation, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, type Span } from '@opentelemetry/api';

const tracer = trace.getTracer('ayni');

/** The trace that the work at hand belongs to, as W3C Trace Context writes it; none while tracing is off. */
export function traceparent(): string | null {
  if (trace.getActiveSpan() === undefined) return null;
  const carrier: Record<string, string> = {};
  propagation.inject(context.active(), carrier);
  return carrier['traceparent'] ?? null;
}

/**
 * Marks in each event's own trace that a consumer works on it; a batch has events of many traces.
 * @returns to be called when it is done, with the fault where it failed
 */
export function startSpans(consumer: string, events: readonly CloudEvent[]): (fault?: Error) => void {
  const spans: Span[] = [];
  for (const { traceparent, type, id, aggregate } of events) {
    if (traceparent === undefined) continue;
    const attributes = { 'messaging.system': 'ayni', 'messaging.message.id': id, 'ayni.aggregate': aggregate };
    const parent = propagation.extract(ROOT_CONTEXT, { traceparent });
    spans.push(tracer.startSpan(`${consumer} applies ${type}`, { kind: SpanKind.CONSUMER, attributes }, parent));
  }
  return (fault) => {
    for (const span of spans) {
      if (fault) span.setStatus({ code: SpanStatusCode.ERROR, message: fault.message });
      span.end();
    }
  };
}
