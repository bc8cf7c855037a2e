import { context, propagation, trace } from '@opentelemetry/api';

/** The trace that the work at hand belongs to, as W3C Trace Context writes it; none while tracing is off. */
export function traceparent(): string | null {
  if (trace.getActiveSpan() === undefined) return null;
  const carrier: Record<string, string> = {};
  propagation.inject(context.active(), carrier);
  return carrier['traceparent'] ?? null;
}
