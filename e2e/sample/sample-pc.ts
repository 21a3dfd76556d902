import { createHash } from 'node:crypto';
import { createMemoryIdentity } from '#electron/main/services/memory-identity.ts';
import { createProvinceClient, type ProvinceClient } from '#electron/main/services/province/province-client.ts';
import { must } from '#shared/base/must.ts';
import type { DeviceState } from '#shared/contract/device-channels.ts';
import { PROTOCOL_VERSION, type SyncAnswer } from '#shared/contract/protocol.ts';
import { httpPaths } from '#shared/contract/http.ts';
import { communeStream } from '#shared/entities.ts';
import { hlcFromMs, tick } from '#shared/sync/hlc.ts';
import type { Op, Outcome } from '#shared/sync/op.ts';
import type { Row } from '#shared/sync/record.ts';

const OPS_PER_REQUEST = 500;

/** What a sample PC does to a record: an op without the parts a device adds. `base` is 0 unless it had seen the record. */
export type SampleAct = Pick<Op, 't' | 'type' | 'id' | 'f'> & Partial<Pick<Op, 'base' | 'stream'>>;

/** A PC without a window: enrols like any other and sends ops and files over the same wire. */
export type SamplePc = {
  readonly device: DeviceState;
  /** Sends acts in order and gives their outcomes. When the line breaks it throws, and what was not acknowledged is sent with the next. */
  readonly offer: (acts: readonly SampleAct[], by?: string) => Promise<readonly Outcome[]>;
  /** Sends acts in order; throws when the province refuses one. */
  readonly send: (acts: readonly SampleAct[], by?: string) => Promise<void>;
  /** Everything in the commune's stream, from the beginning. */
  readonly pull: () => Promise<Row[]>;
  /** Uploads a whole file, in pieces if told so; its SHA-256. When the line breaks it throws; asked again it goes on from what has arrived. */
  readonly upload: (bytes: Uint8Array, pieceBytes?: number) => Promise<string>;
  readonly close: () => Promise<void>;
};

/** Enrols a PC with a code of the province. `now`: its clock in milliseconds. */
export async function enrolSamplePc(
  serverUrl: string,
  code: string,
  name: string,
  now: () => number,
): Promise<SamplePc> {
  const client = createProvinceClient(createMemoryIdentity(), { now });
  const enrolled = await client.enrol({ serverUrl, code, name });
  if (!enrolled.ok) throw new Error(`the sample PC was not enrolled: ${enrolled.error.code}`);
  const device = enrolled.value;
  const stream = communeStream(device.commune.id);
  let n = 0;
  let h = hlcFromMs(now());
  let unsent: Op[] = [];

  const offer: SamplePc['offer'] = async (acts, by = '') => {
    for (const act of acts) {
      n += 1;
      h = tick(h, now());
      unsent.push({ base: 0, stream, ...act, dev: device.dev, n, h, by });
    }
    const outcomes: Outcome[] = [];
    while (unsent.length > 0) {
      const answer = await sendBatch(client, device.dev, unsent.slice(0, OPS_PER_REQUEST));
      unsent = unsent.filter((op) => op.n > answer.acked);
      outcomes.push(...answer.outcomes);
    }
    return outcomes;
  };

  return {
    device,
    offer,
    async send(acts, by) {
      const refused = (await offer(acts, by)).find(({ kind }) => kind === 'rejected');
      if (refused !== undefined) throw new Error(`sample op ${refused.n} was refused: ${JSON.stringify(refused)}`);
    },
    pull: () => pullAll(client, device.dev, stream),
    upload: (bytes, pieceBytes) => uploadInPieces(client, bytes, pieceBytes ?? bytes.length),
    close: () => client.close(),
  };
}

async function sendBatch(client: ProvinceClient, dev: number, ops: readonly Op[]): Promise<SyncAnswer> {
  const reply = await client.exchange({ v: PROTOCOL_VERSION, dev, ops, seen: [], streams: [] });
  if (!reply.ok) throw new Error(`the province did not take the sample: ${reply.error.code}`);
  return reply.value.answer;
}

async function pullAll(client: ProvinceClient, dev: number, stream: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (let after = 0, epoch = ''; ;) {
    const reply = await client.exchange({
      v: PROTOCOL_VERSION,
      dev,
      ops: [],
      seen: [],
      streams: [{ id: stream, epoch, base: 0, after, limit: 1000 }],
    });
    if (!reply.ok) throw new Error(`the province did not answer: ${reply.error.code}`);
    const page = must(reply.value.answer.streams[0], 'one stream was asked for');
    rows.push(...page.rows);
    if (!page.more) return rows;
    after = page.next;
    epoch = page.epoch;
  }
}

async function uploadInPieces(client: ProvinceClient, bytes: Uint8Array, pieceBytes: number): Promise<string> {
  const hash = createHash('sha256').update(bytes).digest('hex');
  const tus = { 'tus-resumable': '1.0.0' };
  const metadata = `hash ${Buffer.from(hash).toString('base64')}`;
  const begun = await client.sendFileCall({
    method: 'POST',
    path: httpPaths.files,
    headers: { ...tus, 'upload-length': String(bytes.length), 'upload-metadata': metadata },
  });
  if (!begun.ok) throw new Error(`the province took no file: ${begun.error.code}`);
  for (let offset = Number(begun.value.headers['upload-offset'] ?? 0); offset < bytes.length; offset += pieceBytes) {
    const headers = { ...tus, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' };
    const body = bytes.subarray(offset, offset + pieceBytes);
    const sent = await client.sendFileCall({ method: 'PATCH', path: `${httpPaths.files}/${hash}`, headers, body });
    if (!sent.ok) throw new Error(`the province did not keep the file: ${sent.error.code}`);
  }
  return hash;
}
