import { uuidv7 } from 'uuidv7';
import {
  enrolmentMessage,
  rejoinMessage,
  type EnrolAnswer,
  type EnrolRequest,
  type RejoinRequest,
} from '#shared/contract/http.ts';
import { ok } from '#shared/base/result.ts';
import { communeStream, PROVINCE_STREAM } from '#shared/entities.ts';
import type { Epoch } from '#shared/sync/epoch.ts';
import { turnAfter, turnOfCopy } from '#shared/sync/resupply-turn.ts';
import { byKey, enterCommune, type Database, type DatabaseTransaction } from '#server/storage/database.ts';
import {
  findDevice,
  findRejoined,
  findResupplyTurn,
  insertDevice,
  keepResupplyTurn,
  lockDevice,
} from '#server/storage/device-store.ts';
import { countDevices, getCommune, lockCode, useCode } from '#server/storage/enrolment-store.ts';
import { listMovesInto } from '#server/storage/moved-streams.ts';
import { lockStream } from '#server/storage/sync-reader.ts';
import type { ProvinceSigner } from './province-signer.ts';
import { refuse, refuseRevoked, type Answer } from './refusal.ts';
import { hashSecret, isSignedBy } from './secrets.ts';
import { writeServerRecords } from './server-records.ts';

/** Takes PCs into their communes. */
export type EnrolmentService = {
  /** By a one-time code. */
  readonly enrol: (request: EnrolRequest) => Promise<Answer<EnrolAnswer>>;
  /** By the key of a PC this one is a copy of: it gets a number of its own. */
  readonly rejoin: (request: RejoinRequest) => Promise<Answer<EnrolAnswer>>;
};

/** Texts a new device's name is made with. */
export type EnrolmentTexts = { readonly copyOf: (name: string) => string };

/** Longest name of a device. */
const NAME_LENGTH = 80;

export function createEnrolmentService(
  db: Database,
  province: ProvinceSigner,
  texts: EnrolmentTexts,
  now: () => number,
): EnrolmentService {
  const answer = async (trx: DatabaseTransaction, communeId: string, dev: number): Promise<Answer<EnrolAnswer>> => {
    const commune = await getCommune(trx, communeId);
    const own = communeStream(communeId);
    const moves = [...(await listMovesInto(trx, communeId))];
    const streams = [own, PROVINCE_STREAM];
    const led = moves.length > 0 && { moves };
    return ok({ dev, commune, streams, now: now(), provinceKey: province.publicKey, ...led });
  };

  return {
    async enrol(request) {
      const { code, publicKey, signature } = request;
      if (!isSignedBy(publicKey, enrolmentMessage(request), signature)) return refuse('bad-signature');
      const codeHash = hashSecret(code);
      return byKey(db, codeHash, async (trx): Promise<Answer<EnrolAnswer>> => {
        const known = await lockCode(trx, codeHash);
        if (known === undefined) return refuse('bad-code');
        await enterCommune(trx, known.commune);
        if (known.usedBy !== null) {
          // A PC whose first answer was lost asks again with the same key: it is already in. Anybody else is too late.
          const device = await findDevice(trx, known.usedBy);
          return device?.publicKey === publicKey ? answer(trx, device.commune, device.dev) : refuse('code-used');
        }
        if (known.expiresAt.getTime() < now()) return refuse('code-expired');
        const dev = await addDevice(trx, known.commune, { ...request, holdsRegister: known.holdsRegister }, now());
        await useCode(trx, codeHash, dev);
        return answer(trx, known.commune, dev);
      });
    },
    async rejoin(request) {
      const { dev: from, publicKey, signature, newSignature } = request;
      const text = rejoinMessage(request);
      return byKey(db, String(from), async (trx): Promise<Answer<EnrolAnswer>> => {
        const known = await findDevice(trx, from);
        if (known === undefined) return refuse('not-enrolled');
        const isAsker = isSignedBy(known.publicKey, text, signature) && isSignedBy(publicKey, text, newSignature);
        if (!isAsker || publicKey === known.publicKey) return refuse('bad-signature');
        await enterCommune(trx, known.commune);
        // From here on one at a time: the same request sent twice at once makes one device.
        const device = await lockDevice(trx, from);
        if (device === undefined) return refuse('not-enrolled');
        if (device.isRevoked) return refuseRevoked(device);
        const before = await findRejoined(trx, from, publicKey);
        if (before !== undefined) return answer(trx, device.commune, before);
        const room = NAME_LENGTH - texts.copyOf('').length;
        const joining = {
          name: texts.copyOf(device.name.slice(0, room)),
          publicKey,
          holdsRegister: false,
          rejoinedFrom: from,
        };
        return answer(trx, device.commune, await addDevice(trx, device.commune, joining, now()));
      });
    },
  };
}

type Joining = {
  readonly name: string;
  readonly publicKey: string;
  readonly holdsRegister: boolean;
  readonly rejoinedFrom?: number;
};

/** The device record tells the commune's other PCs whose values these are; the first PC of a commune gets its numbering books. */
async function addDevice(
  trx: DatabaseTransaction,
  commune: string,
  { name, publicKey, holdsRegister, rejoinedFrom }: Joining,
  nowMs: number,
): Promise<number> {
  const stream = communeStream(commune);
  // The lock comes first: of two PCs that enrol at once, one is the first.
  const { registers, epoch } = await lockStream(trx, stream);
  const isFirst = (await countDevices(trx, commune)) === 0;
  const recordId = uuidv7();
  const origin = rejoinedFrom !== undefined && { rejoinedFrom };
  const dev = await insertDevice(trx, { commune, name, publicKey, recordId, ...origin });
  if (rejoinedFrom !== undefined) await shareTurn(trx, rejoinedFrom, dev, epoch, nowMs);
  const leases = isFirst || holdsRegister ? registers.map((ref) => ({ ...ref, f: { holderDevice: dev } })) : [];
  await writeServerRecords(
    trx,
    stream,
    [{ type: 'device', id: recordId, f: { number: dev, name, publicKey } }, ...leases],
    nowMs,
  );
  return dev;
}

/** A copy of a PC has as much time to bring back what a restore lost as that PC, and no more. That one's time runs from now at the latest. */
async function shareTurn(
  trx: DatabaseTransaction,
  from: number,
  dev: number,
  epoch: Epoch,
  nowMs: number,
): Promise<void> {
  const origin = await findResupplyTurn(trx, from);
  const begun = turnAfter(origin, epoch, false, nowMs);
  if (begun !== undefined) await keepResupplyTurn(trx, from, begun);
  const own = turnOfCopy(origin, epoch, nowMs);
  if (own !== undefined) await keepResupplyTurn(trx, dev, own);
}
