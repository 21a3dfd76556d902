import type { FastifyInstance } from 'fastify';
import { httpPaths } from '#shared/contract/http.ts';
import { receiptRequestSchema } from '#shared/contract/receipts.ts';
import type { ReceiptService } from '#server/services/receipt-service.ts';
import { getCaller, type createAuthenticate } from './authenticate.ts';
import { parseJson } from './enrolment-routes.ts';
import { sendRefusal } from './refusal-reply.ts';

/** 500 records and 500 files. */
const ASKED_BODY = 128 * 1024;

/** What the province holds of records and files of the caller's commune, by hash. */
export function addReceiptRoute(
  app: FastifyInstance,
  receipts: ReceiptService,
  authenticate: ReturnType<typeof createAuthenticate>,
): void {
  app.post(httpPaths.receipts, { onRequest: authenticate, bodyLimit: ASKED_BODY }, async (request, reply) => {
    const parsed = receiptRequestSchema.safeParse(parseJson(request.body));
    if (!parsed.success) return sendRefusal(reply, { code: 'bad-frame' });
    return receipts.show(getCaller(request), parsed.data);
  });
}
