import { Counter, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { SyncAnswer } from '#shared/contract/protocol.ts';

/** What the province's monitoring sees: counts and times, never content. */
export type Metrics = {
  readonly registry: Registry;
  readonly countExchange: (answer: SyncAnswer) => void;
  readonly timeRequest: (route: string, status: number, seconds: number) => void;
};

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const ops = new Counter({ name: 'hosoxa_ops_total', help: 'Ops taken, by outcome', labelNames: ['kind'], registers });
  const rows = new Counter({ name: 'hosoxa_rows_total', help: 'Rows sent to devices', registers });
  const times = new Histogram({
    name: 'hosoxa_request_seconds',
    help: 'Time to answer',
    labelNames: ['route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers,
  });
  return {
    registry,
    countExchange({ outcomes, streams }) {
      for (const { kind } of outcomes) ops.inc({ kind });
      for (const stream of streams) rows.inc(stream.rows.length);
    },
    timeRequest: (route, status, seconds) => times.observe({ route, status }, seconds),
  };
}
