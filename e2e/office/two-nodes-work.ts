import { createHash, randomBytes } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { httpPaths } from '#shared/contract/http.ts';
import type { SyncAnswer } from '#shared/contract/protocol.ts';
import { packRequest, unpackAnswer } from '#shared/contract/wire.ts';
import { frameCodec } from '#server/routes/frame-codec.ts';
import { connectAsOwner } from '#server/storage/database.ts';
import { newDocument, type TestPc } from '#server/test-office.ts';
import { expectEqual, expectThat } from './run-proof.ts';

const TUS = { 'tus-resumable': '1.0.0' };
const BYTES = 300_000;

/** Longest a node may keep a request waiting behind a lock, and another node an upload that hangs elsewhere. */
const PATIENCE_MS = 14_000;

/** Sends the same batches to both nodes at the same moment: both answer the same, and each op is taken once. */
export async function sendTwiceAtOnce(pc: TestPc, urls: readonly string[], rounds: number): Promise<void> {
  const nodes = urls.map((url) => pc.copy(url));
  for (let round = 0; round < rounds; round += 1) {
    for (let i = 0; i < 20; i += 1) pc.change(newDocument());
    const request = pc.request({ streams: [] });
    const body = frameCodec.toBytes(packRequest(request));
    const answers = await Promise.all(
      nodes.map(async (node): Promise<SyncAnswer> => {
        const response = await node.send(body);
        expectEqual(response.status, 200, 'status of a batch sent to both nodes');
        return unpackAnswer(frameCodec.fromBytes(new Uint8Array(await response.arrayBuffer())), request);
      }),
    );
    const told = answers.map(({ acked, outcomes }) => ({ acked, kinds: outcomes.map(({ kind }) => kind) }));
    expectEqual(told[1], told[0], 'what both nodes say of one batch');
    expectEqual(told[0], { acked: pc.n, kinds: request.ops.map(() => 'ok' as const) }, 'outcomes of the batch');
    await pc.sync();
  }
}

/**
 * A file that one node has begun and that hangs there (its line went dead without a word) is continued and ended at the other; its first half is fetched
 * from one node, its second from the other.
 */
export async function carryFileAcross(pc: TestPc, [first, second]: readonly [string, string]): Promise<void> {
  const bytes = randomBytes(BYTES);
  const hash = createHash('sha256').update(bytes).digest('hex');
  const path = `${httpPaths.files}/${hash}`;
  const metadata = `hash ${Buffer.from(hash).toString('base64')}`;
  const begun = await fetch(first + httpPaths.files, {
    method: 'POST',
    headers: { ...pc.headers, ...TUS, 'upload-length': String(BYTES), 'upload-metadata': metadata },
  });
  expectEqual(begun.status, 201, 'the upload is begun at the first node');
  const hanging = httpRequest(first + path, {
    method: 'PATCH',
    headers: { ...patchHeaders(pc, 0), 'content-length': BYTES },
  });
  const letGo = new Promise((resolve) => hanging.once('response', resolve).on('error', resolve));
  hanging.write(bytes.subarray(0, 100_000));
  await wait(300);

  const since = performance.now();
  const offset = await askOffset(pc, second + path);
  expectThat(offset, (at) => at > 0 && at <= 100_000, 'bytes the second node knows of');
  const sent = await fetch(second + path, {
    method: 'PATCH',
    headers: patchHeaders(pc, offset),
    body: new Uint8Array(bytes.subarray(offset)),
  });
  expectEqual(sent.status, 204, 'the upload is ended at the second node');
  expectThat(performance.now() - since, (ms) => ms < PATIENCE_MS, 'milliseconds until the second node could go on');
  await Promise.race([letGo, wait(PATIENCE_MS).then(() => expectThat(false, Boolean, 'the first node let go'))]);
  hanging.destroy();

  const halves: Buffer[] = [];
  for (const [url, range] of [
    [first, `bytes=0-${String(BYTES / 2 - 1)}`],
    [second, `bytes=${String(BYTES / 2)}-`],
  ] as const)
    halves.push(Buffer.from(await (await fetch(url + path, { headers: { ...pc.headers, range } })).arrayBuffer()));
  expectEqual(createHash('sha256').update(Buffer.concat(halves)).digest('hex'), hash, 'the file from both nodes');
}

function patchHeaders(pc: TestPc, offset: number): Record<string, string> {
  const type = 'application/offset+octet-stream';
  return { ...pc.headers, ...TUS, 'upload-offset': String(offset), 'content-type': type };
}

async function askOffset(pc: TestPc, url: string): Promise<number> {
  const asked = await fetch(url, { method: 'HEAD', headers: { ...pc.headers, ...TUS } });
  return Number(asked.headers.get('upload-offset') ?? -1);
}

/**
 * Somebody holds a stream and does not let go. Who writes into it (a PC at each node) is told that the server is busy, in time; the nodes stay well; and what
 * waited is taken once the stream is free. Milliseconds until the PCs were told.
 */
export async function outwaitLock(
  pcs: readonly TestPc[],
  databaseUrl: string,
  urls: readonly string[],
): Promise<number> {
  const holder = await connectAsOwner(databaseUrl);
  await holder.query('begin');
  await holder.query('select from stream where id = $1 for update', [pcs[0]?.stream]);
  const since = performance.now();
  const waiting = Promise.all(
    pcs.map((pc) => {
      pc.change(newDocument());
      return pc.send(frameCodec.toBytes(packRequest(pc.request())));
    }),
  );
  const health = await Promise.all(urls.map((url) => fetch(url + httpPaths.health)));
  expectEqual(new Set(health.map(({ status }) => status)), new Set([200]), 'health while a stream is held');
  const answers = await waiting;
  const waitedMs = performance.now() - since;
  expectEqual(new Set(answers.map(({ status }) => status)), new Set([503]), 'answers behind a lock');
  for (const { headers } of answers) expectThat(Number(headers.get('retry-after')), (s) => s >= 1, 'seconds to wait');
  expectThat(waitedMs, (ms) => ms < PATIENCE_MS, 'milliseconds behind a lock');
  await holder.end();
  for (const pc of pcs)
    expectEqual(
      (await pc.sync()).outcomes.map(({ kind }) => kind),
      ['ok'],
      'what waited, when the stream is free',
    );
  return waitedMs;
}
