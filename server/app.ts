import type { Writable } from 'node:stream';
import Fastify, { LogController, type FastifyInstance } from 'fastify';
import type { LoggerOptions } from 'pino';
import { MAX_FRAME_BYTES } from '#shared/contract/protocol.ts';
import type { FilePlaces } from './open-file-places.ts';
import type { Database } from './storage/database.ts';
import type { NodeLocks } from './storage/node-locks.ts';
import { isPassing } from './storage/passing-failure.ts';
import { startCourier } from './services/courier.ts';
import { createCarriedService } from './services/carried-service.ts';
import { createDeviceService } from './services/device-service.ts';
import { createEnrolmentService } from './services/enrolment-service.ts';
import { createNewsService } from './services/news-service.ts';
import { createPossessionService } from './services/possession-service.ts';
import { createFileService } from './services/file-service.ts';
import { createHealthService } from './services/health-service.ts';
import { createHistoryService } from './services/history-service.ts';
import { createLogService } from './services/log-service.ts';
import { openProvinceSigner } from './services/province-signer.ts';
import { createReceiptService } from './services/receipt-service.ts';
import { createSessionService } from './services/session-service.ts';
import { createSnapshotService, SNAPSHOT_POLICY, type SnapshotPolicy } from './services/snapshot/snapshot-service.ts';
import { createSyncService } from './services/sync-service.ts';
import { messages } from './messages.ts';
import { createAuthenticate } from './routes/authenticate.ts';
import { addCarriedRoute } from './routes/carried-route.ts';
import { addDeviceRoutes } from './routes/device-routes.ts';
import { addDownloadRoutes } from './routes/download-routes.ts';
import { addEnrolmentRoutes } from './routes/enrolment-routes.ts';
import { frameCodec } from './routes/frame-codec.ts';
import { addHistoryRoute } from './routes/history-route.ts';
import { createMetrics } from './routes/metrics.ts';
import { addOpenApi } from './routes/openapi.ts';
import { addNewsRoute } from './routes/news-route.ts';
import { addReceiptRoute } from './routes/receipt-route.ts';
import { refuseWithCodes } from './routes/refusal-reply.ts';
import { addRequestLimits, REQUEST_LIMITS, type RequestLimits } from './routes/request-limits.ts';
import { addSnapshotRoutes } from './routes/snapshot-routes.ts';
import { addSyncRoute } from './routes/sync-route.ts';
import { addPossessionRoute } from './routes/possession-route.ts';
import { addUploadRoutes } from './routes/upload-routes.ts';
import { addWatchRoutes } from './routes/watch-routes.ts';
import { createGateKeeper } from './routes/gate-keeper.ts';
import { createWorkGate, type GateSize } from './routes/work-gate.ts';

/** Minutes an idle connection is kept: longer than the longest pause between two polls. */
const KEEP_ALIVE_MS = 6 * 60_000;

/** Longest a request may take to arrive: a large piece of a file on the thinnest line, not a connection held open for nothing. */
const REQUEST_MS = 15 * 60_000;

const HOUR_MS = 60 * 60_000;

/** Eight of the twelve connections to the database for sync; the others are for short questions, files and the courier. */
const SYNC_GATE: GateSize = { running: 8, runningOfOne: 2, inside: 400, waitMs: 15_000 };

/** When nobody works: snapshots of what the day has changed are built. */
const RENEWAL_HOUR = 2;

/** No host name or process in a line; what is in it is decided where it is written (`watch-routes.ts`). */
const LOG_LINES: LoggerOptions = { level: 'info', base: null };

export type AppOptions = {
  /** The database, opened as the role without rights of an owner. */
  readonly db: Database;
  /** The same for questions that are not to wait behind work: whether it answers, and where the streams end. */
  readonly watched: Database;
  /** Locks that hold for all servers of the province. */
  readonly locks: NodeLocks;
  readonly places: Pick<FilePlaces, 'files' | 'snapshots'>;
  /** Where structured log lines go; nowhere when left out. */
  readonly log?: Writable | undefined;
  /** Server time in milliseconds. */
  readonly now?: () => number;
  readonly limits?: Partial<RequestLimits>;
  /** Another size of the gate before sync than the usual one. */
  readonly gate?: Partial<GateSize>;
  readonly snapshots?: Partial<SnapshotPolicy>;
};

/** Builds the server without a port: routes over services over storage. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { db, watched, locks, places, log, now = Date.now } = options;
  const app = Fastify({
    logger: log !== undefined && { ...LOG_LINES, stream: log },
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: MAX_FRAME_BYTES,
    keepAliveTimeout: KEEP_ALIVE_MS,
    requestTimeout: REQUEST_MS,
    forceCloseConnections: 'idle',
  });
  // A connection that is busy when the server stops goes as soon as it has its answer, not minutes later.
  app.addHook('preClose', (done) => {
    app.server.keepAliveTimeout = 1;
    done();
  });
  const province = await openProvinceSigner(db);
  const sessions = createSessionService(db, province, now);
  const { files: place } = places;
  const courier = startCourier({
    db,
    place,
    now,
    onFailure: (cause, { kind, tries }) => app.log.error({ cause, kind, tries }, 'not carried yet'),
  });
  app.addHook('onClose', () => courier.stop());
  const files = createFileService({ db, place, locks, now, onKept: courier.wake });
  const possession = createPossessionService({ db, place, signer: province, now, onKept: courier.wake });
  const gate = createWorkGate({ ...SYNC_GATE, ...options.gate });
  const snapshots = createSnapshotService({
    db,
    place: places.snapshots,
    now,
    policy: { ...SNAPSHOT_POLICY, ...options.snapshots },
    isBusy: () => gate.counts().waiting > 0 || gate.counts().running > SYNC_GATE.running / 2,
    onFailure: (cause) => app.log.error({ cause }, 'no snapshot built'),
  });
  app.addHook('onClose', () => snapshots.stop());
  const authenticate = createAuthenticate(sessions.findCaller);
  const metrics = createMetrics();

  app.decorateRequest('caller', null);
  app.removeAllContentTypeParsers();
  // Every body is bytes until its route reads it; a missing content-type is fine.
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  refuseWithCodes(app, isPassing);
  await addOpenApi(app);
  addWatchRoutes(app, createHealthService(watched), metrics);
  const limits = addRequestLimits(app, { ...REQUEST_LIMITS, ...options.limits }, metrics, now);
  addEnrolmentRoutes(app, createEnrolmentService(db, province, messages, now), sessions, now);
  metrics.watchGate(gate.counts);
  const news = createNewsService(watched);
  metrics.watchNews(news.count);
  const syncGuards = {
    authenticate: createAuthenticate(sessions.recallCaller),
    ...{ limits, keeper: createGateKeeper(gate, metrics) },
    onTold: news.told,
  };
  addSyncRoute(app, createSyncService(db, now, courier.wake, snapshots.note), syncGuards, metrics);
  addNewsRoute(app, news, authenticate, limits);
  addCarriedRoute(app, createCarriedService(db, frameCodec, now, courier.wake), syncGuards);
  addHistoryRoute(app, createHistoryService(db), authenticate);
  addReceiptRoute(app, createReceiptService(db), authenticate);
  addUploadRoutes(app, { files, possession }, authenticate, limits);
  addPossessionRoute(app, possession, authenticate, limits);
  addDownloadRoutes(app, files, authenticate, limits);
  addSnapshotRoutes(app, snapshots, authenticate, limits);
  addDeviceRoutes(
    app,
    { devices: createDeviceService(db, now), logs: createLogService(db, province, now) },
    { authenticate, authenticateLeaver: createAuthenticate(sessions.findLeaver), limits },
    metrics,
  );

  const sweep = setInterval(() => {
    void files.dropStale().catch((cause: unknown) => app.log.error({ cause }, 'stale uploads stay'));
    if (new Date(now()).getHours() === RENEWAL_HOUR) void snapshots.renew();
  }, HOUR_MS);
  sweep.unref();
  app.addHook('onClose', () => clearInterval(sweep));
  return app;
}
