/** Tracing that is on until it is stopped. */
export type Tracing = {
  /** Sends the spans that are left. */
  stop(): Promise<void>;
};

/**
 * Turns tracing on for this process: spans go to an OpenTelemetry collector by OTLP over HTTP. The libraries are only
 * loaded then: without an endpoint nothing is traced and nothing is paid.
 * @param endpoint as OTEL_EXPORTER_OTLP_ENDPOINT has it, without the path of the signal
 */
export async function startTracing(name: string, endpoint: string): Promise<Tracing> {
  const [{ BatchSpanProcessor, NodeTracerProvider }, { OTLPTraceExporter }, { resourceFromAttributes }] =
    await Promise.all([
      import('@opentelemetry/sdk-trace-node'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
    ]);
  const url = new URL('v1/traces', endpoint.endsWith('/') ? endpoint : `${endpoint}/`).href;
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': name }),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ url }), { scheduledDelayMillis: 1_000 })],
  });
  provider.register();
  return { stop: () => provider.shutdown() };
}
