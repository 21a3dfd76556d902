import { uuidv7 } from 'uuidv7';
import { enrolmentMessage, type EnrolAnswer, type EnrolRequest } from '#shared/contract/http.ts';
import { ok } from '#shared/base/result.ts';
import { communeStream, PROVINCE_STREAM } from '#shared/entities.ts';
import { byKey, enterCommune, type Database, type DatabaseTransaction } from '#server/storage/database.ts';
import {
  countDevices,
  findDevice,
  getCommune,
  insertDevice,
  lockCode,
  useCode,
} from '#server/storage/enrolment-store.ts';
import { lockStream } from '#server/storage/sync-reader.ts';
import { refuse, type Answer } from './refusal.ts';
import { hashSecret, isSignedBy } from './secrets.ts';
import { writeServerRecords } from './server-records.ts';

/** Takes PCs into their communes by one-time codes. */
export type EnrolmentService = { readonly enrol: (request: EnrolRequest) => Promise<Answer<EnrolAnswer>> };

export function createEnrolmentService(db: Database, now: () => number): EnrolmentService {
  return {
    async enrol(request) {
      const { code, publicKey, signature } = request;
      if (!isSignedBy(publicKey, enrolmentMessage(request), signature)) return refuse('bad-signature');
      const codeHash = hashSecret(code);
      return byKey(db, codeHash, async (trx): Promise<Answer<EnrolAnswer>> => {
        const known = await lockCode(trx, codeHash);
        if (known === undefined) return refuse('bad-code');
        await enterCommune(trx, known.commune);
        if (known.usedBy !== null) return repeatAnswer(trx, known.usedBy, publicKey, now());
        if (known.expiresAt.getTime() < now()) return refuse('code-expired');
        const dev = await addDevice(trx, known.commune, request, known.holdsRegister, now());
        await useCode(trx, codeHash, dev);
        return ok(await toAnswer(trx, known.commune, dev, now()));
      });
    },
  };
}

/** A PC whose first answer was lost asks again with the same key: it is already in. Anybody else is too late. */
async function repeatAnswer(
  trx: DatabaseTransaction,
  dev: number,
  publicKey: string,
  nowMs: number,
): Promise<Answer<EnrolAnswer>> {
  const device = await findDevice(trx, dev);
  if (device?.publicKey !== publicKey) return refuse('code-used');
  return ok(await toAnswer(trx, device.commune, dev, nowMs));
}

/** The device record tells the commune's other PCs whose values these are; the first PC of a commune gets its numbering books. */
async function addDevice(
  trx: DatabaseTransaction,
  commune: string,
  request: EnrolRequest,
  holdsRegister: boolean,
  nowMs: number,
): Promise<number> {
  const stream = communeStream(commune);
  const { name, publicKey } = request;
  // The lock comes first: of two PCs that enrol at once, one is the first.
  const { registers } = await lockStream(trx, stream);
  const isFirst = (await countDevices(trx, commune)) === 0;
  const recordId = uuidv7();
  const dev = await insertDevice(trx, { commune, name, publicKey, recordId });
  const leases = isFirst || holdsRegister ? registers.map((ref) => ({ ...ref, f: { holderDevice: dev } })) : [];
  await writeServerRecords(trx, stream, [{ type: 'device', id: recordId, f: { number: dev, name } }, ...leases], nowMs);
  return dev;
}

async function toAnswer(trx: DatabaseTransaction, communeId: string, dev: number, nowMs: number): Promise<EnrolAnswer> {
  const commune = await getCommune(trx, communeId);
  return { dev, commune, streams: [communeStream(communeId), PROVINCE_STREAM], now: nowMs };
}
