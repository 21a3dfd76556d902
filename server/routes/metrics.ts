import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { SyncAnswer } from '#shared/contract/protocol.ts';

/** What the province's monitoring sees: counts and times, never content. */
export type Metrics = {
  readonly registry: Registry;
  readonly countExchange: (answer: SyncAnswer) => void;
  /** A PC's log that did not go on from the head the province has. */
  readonly countBrokenLog: () => void;
  /** A request sent away because there were too many. */
  readonly countLimited: (what: string) => void;
  /** From now on tells how much sync is under way, and how much waits for its turn. */
  readonly watchGate: (counts: () => { readonly running: number; readonly waiting: number }) => void;
  /** From now on tells how many PCs wait for news. */
  readonly watchNews: (count: () => number) => void;
  readonly timeRequest: (route: string, status: number, seconds: number) => void;
};

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const ops = new Counter({ name: 'hosoxa_ops_total', help: 'Ops taken, by outcome', labelNames: ['kind'], registers });
  const rows = new Counter({ name: 'hosoxa_rows_total', help: 'Rows sent to devices', registers });
  const broken = new Counter({
    name: 'hosoxa_broken_logs_total',
    help: 'Times the log of a device did not go on from its head',
    registers,
  });
  const limited = new Counter({
    name: 'hosoxa_limited_total',
    help: 'Requests sent away because there were too many',
    labelNames: ['what'],
    registers,
  });
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
    countBrokenLog: () => broken.inc(),
    countLimited: (what) => limited.inc({ what }),
    watchGate(counts) {
      new Gauge({
        name: 'hosoxa_sync_requests',
        help: 'Sync requests under way, and waiting for their turn',
        labelNames: ['state'],
        registers,
        collect() {
          const { running, waiting } = counts();
          this.set({ state: 'running' }, running);
          this.set({ state: 'waiting' }, waiting);
        },
      });
    },
    watchNews(count) {
      new Gauge({
        name: 'hosoxa_listening_devices',
        help: 'Devices that wait for news',
        registers,
        collect() {
          this.set(count());
        },
      });
    },
    timeRequest: (route, status, seconds) => times.observe({ route, status }, seconds),
  };
}
