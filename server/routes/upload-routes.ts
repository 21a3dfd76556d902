import type { IncomingMessage } from 'node:http';
import { Metadata, Server as TusServer, type DataStore, type Upload } from '@tus/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { errorCatalogue, type ErrorCode } from '#shared/base/errors.ts';
import { fileHashSchema } from '#shared/base/ids.ts';
import { httpPaths, IN_TURN_HEADER, uploadMetadataKeys } from '#shared/contract/http.ts';
import { CHALLENGE_HEADER, PROVABLE_FROM_BYTES } from '#shared/contract/possession.ts';
import { FILE_MAX_BYTES } from '#shared/domain/attachment/attachment-record.ts';
import type { FileService } from '#server/services/file-service.ts';
import type { PossessionService } from '#server/services/possession-service.ts';
import type { Caller } from '#server/services/sync-push.ts';
import { getCaller, type createAuthenticate } from './authenticate.ts';
import { createInTurn } from './in-turn.ts';
import { sendRefusal } from './refusal-reply.ts';
import type { DeviceLimits } from './request-limits.ts';

const TUS_VERSION = '1.0.0';

/** An error as tus wants it: thrown by a hook, it becomes the answer. */
class TusRefusal extends Error {
  override readonly name = 'TusRefusal';
  readonly status_code: number;
  readonly body: string;
  constructor(code: ErrorCode) {
    super(code);
    this.status_code = errorCatalogue[code].status;
    this.body = JSON.stringify({ code });
  }
}

/** What tus needs to know of a request beside its headers. */
type Arrival = { readonly caller: Caller; readonly hash: string };

/** What uploads stand on. */
export type UploadServices = {
  readonly files: FileService;
  readonly possession: Pick<PossessionService, 'challenge'>;
};

/**
 * Uploads by tus 1.0. An upload's id is the file's hash within the caller's commune, so a client finds its upload again from the file alone,
 * and the PCs of an office continue each other's. Creating what has begun never destroys it. Pieces of one connection are taken in their order: a PC sends
 * the next while the answer to the one before is on its way (docs/adr/0041).
 */
export function addUploadRoutes(
  app: FastifyInstance,
  { files, possession }: UploadServices,
  authenticate: ReturnType<typeof createAuthenticate>,
  limits: DeviceLimits,
): void {
  const guards = [authenticate, limits.files];
  const arrivals = new WeakMap<IncomingMessage, Arrival>();
  const { store } = files.uploads;
  const tus = createTusServer(files, arrivals);
  const inTurn = createInTurn();
  const pass = async (request: FastifyRequest, reply: FastifyReply, hash: string): Promise<FastifyReply> => {
    arrivals.set(request.raw, { caller: getCaller(request), hash });
    reply.hijack();
    await tus.handle(request.raw, reply.raw);
    return reply;
  };
  // tus reads the request's stream itself.
  app.addContentTypeParser('application/offset+octet-stream', (_request, _payload, done) => done(null));

  const begin = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const caller = getCaller(request);
    const { hash, prefix } = parseMetadata(request.headers['upload-metadata']);
    const size = Number(request.headers['upload-length']);
    if (hash === undefined || !Number.isInteger(size)) return sendRefusal(reply, { code: 'bad-frame' });
    if (size < 1) return sendRefusal(reply, { code: 'file-empty' });
    if (size > FILE_MAX_BYTES) return sendRefusal(reply, { code: 'file-too-large' });
    const begun = await settle(store, files, caller, hash, size);
    const offset = begun ?? (prefix === undefined ? undefined : await files.beginBehind(caller, hash, size, prefix));
    // For every large file alike: what the province has for others is not to be told from it.
    if ((offset ?? 0) === 0 && size >= PROVABLE_FROM_BYTES)
      reply.raw.setHeader(CHALLENGE_HEADER, possession.challenge(caller, hash));
    reply.raw.setHeader(IN_TURN_HEADER, '1');
    return offset === undefined ? pass(request, reply, hash) : sendBegun(reply, hash, offset);
  };
  app.post(httpPaths.files, { onRequest: guards }, (request, reply) =>
    inTurn(request.raw.socket, () => begin(request, reply)),
  );

  app.head<{ Params: { hash: string } }>(`${httpPaths.files}/:hash`, { onRequest: guards }, async (request, reply) => {
    const { hash } = request.params;
    if (!fileHashSchema.safeParse(hash).success) return sendRefusal(reply, { code: 'file-missing' });
    await settle(store, files, getCaller(request), hash, undefined);
    const size = await files.findSize(getCaller(request), hash);
    if (size === undefined) return pass(request, reply, hash);
    return reply
      .headers({
        'tus-resumable': TUS_VERSION,
        'upload-offset': size,
        'upload-length': size,
        'cache-control': 'no-store',
      })
      .code(200)
      .send();
  });

  app.patch<{ Params: { hash: string } }>(
    `${httpPaths.files}/:hash`,
    { onRequest: guards, bodyLimit: FILE_MAX_BYTES },
    async (request, reply) => {
      const { hash } = request.params;
      if (!fileHashSchema.safeParse(hash).success) return sendRefusal(reply, { code: 'file-missing' });
      return inTurn(request.raw.socket, () => pass(request, reply, hash));
    },
  );
}

function createTusServer(files: FileService, arrivals: WeakMap<IncomingMessage, Arrival>): TusServer {
  const arrivalOf = (request: {
    readonly runtime?: { readonly node?: { readonly req: unknown } | undefined } | undefined;
  }): Arrival => {
    const arrival = arrivals.get(request.runtime?.node?.req as IncomingMessage);
    if (arrival === undefined) throw new TusRefusal('server-error');
    return arrival;
  };
  const idOf = ({ caller, hash }: Arrival): string => uploadId(caller, hash);
  return new TusServer({
    path: httpPaths.files,
    datastore: files.uploads.store,
    locker: files.uploads.locker,
    maxSize: FILE_MAX_BYTES,
    namingFunction: (request) => idOf(arrivalOf(request)),
    getFileIdFromRequest: (request) => idOf(arrivalOf(request)),
    generateUrl: (request) => `${httpPaths.files}/${arrivalOf(request).hash}`,
    async onUploadFinish(request, upload) {
      const { caller, hash } = arrivalOf(request);
      const answer = await files.finish(caller, hash, upload.size ?? 0);
      if (!answer.ok) throw new TusRefusal(answer.error.code);
      return {};
    },
  });
}

function uploadId({ commune }: Caller, hash: string): string {
  return `${commune}/${hash}`;
}

/**
 * Where an upload stands: its offset, or `undefined` when it must be made. One that was cut between its last byte and its verification is verified now;
 * one begun with another length than `size` was begun wrongly and goes.
 */
async function settle(
  store: DataStore,
  files: FileService,
  caller: Caller,
  hash: string,
  size: number | undefined,
): Promise<number | undefined> {
  const known = await files.findSize(caller, hash);
  if (known !== undefined) return known;
  const upload = await findUpload(store, uploadId(caller, hash));
  if (upload === undefined) return undefined;
  if (upload.offset === upload.size)
    return (await files.finish(caller, hash, upload.size)).ok ? upload.size : undefined;
  if (size === undefined || upload.size === size) return upload.offset;
  await files.restart(caller, hash);
  return undefined;
}

async function findUpload(store: DataStore, id: string): Promise<Upload | undefined> {
  try {
    return await store.getUpload(id);
  } catch {
    return undefined; // not begun: tus says so by throwing
  }
}

function sendBegun(reply: FastifyReply, hash: string, offset: number): FastifyReply {
  return reply
    .code(201)
    .headers({ 'tus-resumable': TUS_VERSION, location: `${httpPaths.files}/${hash}`, 'upload-offset': offset })
    .send();
}

/** Which file an upload is, and which one it says to begin with; a hash that is none is not there. */
function parseMetadata(metadata: string | string[] | undefined): { readonly hash?: string; readonly prefix?: string } {
  if (typeof metadata !== 'string') return {};
  try {
    const said = Metadata.parse(metadata);
    const [hash, prefix] = [uploadMetadataKeys.hash, uploadMetadataKeys.prefix].map(
      (key) => fileHashSchema.safeParse(said[key]).data,
    );
    return { ...(hash !== undefined && { hash }), ...(prefix !== undefined && { prefix }) };
  } catch {
    return {};
  }
}
