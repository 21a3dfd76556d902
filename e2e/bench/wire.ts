/** Bytes and round trips between one PC and the provincial server, counted on the socket with all headers of both directions. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMemoryIdentity } from '#electron/main/services/memory-identity.ts';
import { createProvinceClient } from '#electron/main/services/province/province-client.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { PROTOCOL_VERSION, type StreamAsk, type SyncAnswer } from '#shared/contract/protocol.ts';
import { advance, EMPTY_COOKIE, type Cookie } from '#shared/sync/cookie.ts';
import { hlcFromMs } from '#shared/sync/hlc.ts';
import type { FieldValue, Op } from '#shared/sync/op.ts';
import { startServer } from '#server/start-server.ts';
import { openShapingProxy, type LineCount } from '#e2e/office/shaping-proxy.ts';
import { generateCommune } from '#e2e/sample/commune.ts';
import { createRandom } from '#e2e/sample/random.ts';
import { report } from './report.ts';

const EDITS = 100;
const STREAM = 'org:na-lau';

const folder = mkdtempSync(join(tmpdir(), 'hosoxa-wire-'));
const server = await startServer({ dataDir: join(folder, 'server') });
await server.createCommune({ id: 'na-lau', name: 'xã Nà Lầu', province: 'tỉnh Cao Bằng' });
const proxy = await openShapingProxy(server.port);
const client = createProvinceClient(createMemoryIdentity());
const enrolled = await client.enrol({
  serverUrl: proxy.url,
  code: await server.createCode('na-lau'),
  name: 'Máy văn thư',
});
if (!enrolled.ok) throw new Error(`not enrolled: ${enrolled.error.code}`);
const { dev } = enrolled.value;

// Papers and edits as a clerk makes them: invented abstracts, one change every half minute or so, on as many papers.
const commune = generateCommune({ seed: 'wire', documents: EDITS * 2, members: 0, today: toPlainDate('2026-11-20') });
const [papers, others] = [commune.documents.slice(0, EDITS), commune.documents.slice(EDITS)];
const people = commune.staff.filter(({ fields }) => fields.role === 'office-head' || fields.role === 'clerk');
const clerk = people.find(({ fields }) => fields.role === 'clerk')?.id ?? '';
const random = createRandom('wire');
const cookies = new Map<string, Cookie>([STREAM, 'province'].map((id) => [id, EMPTY_COOKIE]));
const seqOf = new Map<string, number>();
/** Files the PC waits for. */
let awaits: readonly string[] = [];
let counter = 0;
let clockMs = Date.now() - 6 * 60 * 60 * 1000;

function makeOp(id: string, f: Readonly<Record<string, FieldValue>>, type = 'document', by = clerk): Op {
  counter += 1;
  clockMs += 5_000 + Math.floor(random.next() * 50_000);
  return {
    dev,
    n: counter,
    t: 'set',
    stream: STREAM,
    type,
    id,
    f,
    base: seqOf.get(id) ?? 0,
    h: hlcFromMs(clockMs),
    by,
  };
}

async function exchange(ops: readonly Op[]): Promise<SyncAnswer> {
  for (;;) {
    const streams = [...cookies].map(([id, { epoch, base, after }]): StreamAsk => ({
      id,
      epoch,
      base,
      after,
      limit: 500,
      ...(id === STREAM && { confirm: after, ...(awaits.length > 0 && { awaits }) }),
    }));
    const reply = await client.exchange({ v: PROTOCOL_VERSION, dev, ops, seen: [], streams });
    if (!reply.ok) throw new Error(`exchange failed: ${reply.error.code}`);
    const { answer } = reply.value;
    const refused = answer.outcomes.filter(({ kind }) => kind !== 'ok');
    if (refused.length > 0) throw new Error(`refused: ${JSON.stringify(refused[0])}`);
    for (const stream of answer.streams) {
      const { epoch, next, more, resync = false } = stream;
      cookies.set(stream.id, advance(cookies.get(stream.id) ?? EMPTY_COOKIE, { epoch, next, more, resync }));
      for (const row of stream.rows) seqOf.set(row.id, row.seq);
    }
    if (!answer.streams.some(({ more }) => more)) return answer;
  }
}

async function measure(work: () => Promise<unknown>): Promise<LineCount & { readonly bytes: number }> {
  proxy.take();
  await work();
  const count = proxy.take();
  return { ...count, bytes: count.sent + count.received };
}

const dates = (i: number): string => `2026-12-${String((i % 28) + 1).padStart(2, '0')}`;
const edits = (kind: 'abstracts' | 'mixed'): Op[] =>
  papers.map(({ id }, i) =>
    makeOp(
      id,
      kind === 'abstracts' || i % 2 === 0 ? { abstract: others[i]?.fields.abstract ?? '' } : { dueOn: dates(i) },
    ),
  );

try {
  // The office-head puts the people in, as an office begins; the clerk writes the papers.
  const head = people.find(({ fields }) => fields.role === 'office-head')?.id ?? '';
  const hired = people.toSorted((a, b) => Number(b.id === head) - Number(a.id === head));
  await exchange(hired.map(({ id, fields }) => makeOp(id, { ...fields, unitId: null }, 'staff', head)));
  await exchange(
    papers.map(({ id, fields }) =>
      makeOp(id, { ...fields, arrivalNumber: null, holderUnitId: null, holderStaffId: null }),
    ),
  );
  await exchange([]);

  const idle = await measure(() => exchange([]));
  awaits = ['0123456789abcdef'];
  const awaiting = await measure(() => exchange([]));
  awaits = [];
  const known = { own: cookies.get(STREAM)?.after ?? 0, province: cookies.get('province')?.after ?? 0 };
  await client.awaitNews(known, 1); // opens its connection
  const listening = await measure(() => client.awaitNews(known, 1));
  const first = papers[0];
  const edit = await measure(() => exchange([makeOp(first?.id ?? '', { abstract: others[1]?.fields.abstract ?? '' })]));
  const hundred = await measure(() => exchange(edits('mixed')));
  const abstracts = await measure(() =>
    exchange(
      edits('abstracts').map((op, i) => ({
        ...op,
        f: { abstract: others[(i + 7) % EDITS]?.fields.abstract ?? '' },
      })),
    ),
  );

  if (edit.connections + idle.connections + listening.connections + hundred.connections > 0)
    throw new Error('a connection was opened anew');
  report('wire', 'edit-bytes', edit.bytes, 'bytes');
  report('wire', 'edit-round-trips', edit.roundTrips, 'round trips');
  report('wire', 'hundred-edits-bytes', hundred.bytes, 'bytes');
  report('wire', 'idle-bytes', idle.bytes, 'bytes');
  report('wire', 'listening-bytes', listening.bytes, 'bytes', '50 s of waiting for news');
  report('wire', 'awaiting-bytes', awaiting.bytes, 'bytes');
  report('wire', 'hundred-abstracts-bytes', abstracts.bytes, 'bytes');
  if (process.argv.includes('--detail')) console.error({ idle, awaiting, edit, hundred, abstracts });
} finally {
  await client.close();
  await proxy.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
