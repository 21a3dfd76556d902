import swagger from '@fastify/swagger';
import type { FastifyInstance, RouteOptions } from 'fastify';
import { z } from 'zod';
import {
  challengeAnswerSchema,
  enrolAnswerSchema,
  enrolRequestSchema,
  filesHaveAnswerSchema,
  filesHaveRequestSchema,
  httpPaths,
  refusalSchema,
  rejoinRequestSchema,
  sessionAnswerSchema,
  sessionRequestSchema,
} from '#shared/contract/http.ts';
import { carriedAnswerSchema } from '#shared/contract/carried.ts';
import { auditHeadSchema, auditPushSchema } from '#shared/contract/audit.ts';
import { fileProofAnswerSchema, fileProofRequestSchema } from '#shared/contract/possession.ts';
import { historySchema } from '#shared/contract/protocol.ts';
import { receiptAnswerSchema, receiptRequestSchema } from '#shared/contract/receipts.ts';
import { snapshotsAnswerSchema } from '#shared/contract/snapshot/snapshot-manifest.ts';

const frame = {
  type: 'string',
  format: 'binary',
  description: 'A frame: one format byte and the packed message (shared/contract/frame.ts, wire.ts)',
};
const file = { type: 'string', format: 'binary' };

/** What each path takes and gives; the schemas of the contract, so that the description cannot drift from the code. */
const descriptions: Readonly<
  Record<
    string,
    { readonly summary: string; readonly body?: unknown; readonly answer?: unknown; readonly isOpen?: true }
  >
> = {
  [`POST ${httpPaths.enrol}`]: {
    summary: 'Join a commune with a one-time code',
    body: toJson(enrolRequestSchema),
    answer: toJson(enrolAnswerSchema),
    isOpen: true,
  },
  [`GET ${httpPaths.challenge}`]: {
    summary: 'A challenge to sign',
    answer: toJson(challengeAnswerSchema),
    isOpen: true,
  },
  [`POST ${httpPaths.session}`]: {
    summary: 'Open a session',
    body: toJson(sessionRequestSchema),
    answer: toJson(sessionAnswerSchema),
    isOpen: true,
  },
  [`POST ${httpPaths.rejoin}`]: {
    summary: 'A number of its own for the copy of a PC',
    body: toJson(rejoinRequestSchema),
    answer: toJson(enrolAnswerSchema),
    isOpen: true,
  },
  [`POST ${httpPaths.leave}`]: { summary: 'Leave the commune: shut out from now on', answer: { type: 'object' } },
  [`POST ${httpPaths.audit}`]: {
    summary: 'Hand over lines of the log of use and get the head counter-signed',
    body: toJson(auditPushSchema),
    answer: toJson(auditHeadSchema),
  },
  [`POST ${httpPaths.sync}`]: { summary: 'Push and pull in one request', body: frame, answer: frame },
  [`POST ${httpPaths.carried}`]: {
    summary: 'Ops that another PC of the commune has signed',
    body: file,
    answer: toJson(carriedAnswerSchema),
  },
  [`GET ${httpPaths.news}`]: {
    summary:
      'Wait until one of the own streams ends elsewhere than at `after` (<own>.<province>), `for` seconds at most',
    answer: { type: 'string' },
  },
  [`GET ${httpPaths.history}/:type/:id`]: { summary: 'Past values of one record', answer: toJson(historySchema) },
  [`POST ${httpPaths.receipts}`]: {
    summary: 'What the province holds of records and files, by hash, and which PCs have it',
    body: toJson(receiptRequestSchema),
    answer: toJson(receiptAnswerSchema),
  },
  [`POST ${httpPaths.filesHave}`]: {
    summary: 'Which of these files the province lacks',
    body: toJson(filesHaveRequestSchema),
    answer: toJson(filesHaveAnswerSchema),
  },
  [`POST ${httpPaths.filesProof}`]: {
    summary: 'Show that this PC has the bytes of a file, in place of sending them',
    body: toJson(fileProofRequestSchema),
    answer: toJson(fileProofAnswerSchema),
  },
  [`POST ${httpPaths.files}`]: { summary: 'Begin an upload (tus 1.0; Upload-Length, Upload-Metadata: hash, prefix)' },
  [`HEAD ${httpPaths.files}/:hash`]: { summary: 'How far an upload has come (tus 1.0)' },
  [`PATCH ${httpPaths.files}/:hash`]: { summary: 'The next piece of an upload (tus 1.0)', body: file },
  [`GET ${httpPaths.files}/:hash`]: { summary: 'A verified file, whole or by Range', answer: file },
  [`GET ${httpPaths.snapshots}`]: {
    summary: 'Snapshots a new PC can start from',
    answer: toJson(snapshotsAnswerSchema),
  },
  [`GET ${httpPaths.snapshots}/:stream/:hash`]: { summary: 'A chunk of a snapshot, whole or by Range', answer: file },
  [`GET ${httpPaths.health}`]: { summary: 'Whether the server and its database answer', isOpen: true },
  [`GET ${httpPaths.metrics}`]: { summary: 'Figures for Prometheus', isOpen: true },
};

/** Publishes the OpenAPI description of the routes added after it. */
export async function addOpenApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Ho so xa: provincial server', version: '1' },
      components: {
        securitySchemes: { session: { type: 'apiKey', in: 'header', name: 'authorization', description: 'D <token>' } },
      },
    },
  });
  // The schemas describe; zod in the routes checks, once, and answers with the catalogue's codes.
  app.setValidatorCompiler(() => () => true);
  app.setSerializerCompiler(() => (value) => JSON.stringify(value));
  app.addHook('onRoute', describe);
  app.get(httpPaths.openapi, () => app.swagger());
}

function describe(route: RouteOptions): void {
  const methods = Array.isArray(route.method) ? route.method : [route.method];
  const known = methods.map((method) => descriptions[`${method} ${route.url}`]).find((entry) => entry !== undefined);
  if (known === undefined) {
    route.schema = { ...route.schema, hide: true };
    return;
  }
  const { summary, body, answer, isOpen } = known;
  route.schema = {
    summary,
    ...(body !== undefined && { body }),
    ...(isOpen !== true && { security: [{ session: [] }] }),
    response: { 200: answer ?? { type: 'null' }, default: toJson(refusalSchema) },
  };
}

function toJson(schema: z.ZodType): unknown {
  return z.toJSONSchema(schema, { unrepresentable: 'any' });
}
