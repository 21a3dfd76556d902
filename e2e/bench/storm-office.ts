import { randomUUID } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { enrolmentMessage, httpPaths, type EnrolAnswer } from '#shared/contract/http.ts';
import { PROTOCOL_VERSION, type SyncRequest } from '#shared/contract/protocol.ts';
import { packRequest, unpackAnswer } from '#shared/contract/wire.ts';
import { must } from '#shared/base/must.ts';
import { hlcFromMs } from '#shared/sync/hlc.ts';
import type { FieldValue, Op } from '#shared/sync/op.ts';
import { frameCodec } from '#server/routes/frame-codec.ts';
import { hashSecret } from '#server/services/secrets.ts';
import type { RunningServer } from '#server/start-server.ts';
import type { Database } from '#server/storage/database.ts';
import { createDeviceKey, newDirective, newDocument, newStaff, postJson, signText } from '#server/test-office.ts';
import { createRandom } from '#e2e/sample/random.ts';

/** Papers the office had in work when the line went: everybody goes on with them. */
const SHARED_PAPERS = 40;
const HOUR_MS = 3_600_000;

type Change = Pick<Op, 'type' | 'f'>;

/** An office whose PCs have worked for days without a line. */
export class StormOffice {
  private constructor(
    readonly commune: string,
    readonly pcs: readonly StormPc[],
  ) {}

  /** Founds an office with so many PCs: its head, and the papers in work. */
  static async found(server: RunningServer, owner: Database, commune: string, pcCount: number): Promise<StormOffice> {
    await server.createCommune({ id: commune, name: `xã thử ${commune}`, province: 'tỉnh thử' });
    const pcs: StormPc[] = [];
    for (let i = 0; i < pcCount; i += 1) pcs.push(await StormPc.join(server, owner, commune));
    const first = must(pcs[0], 'an office has a PC');
    const head = uuidv7();
    const papers = Array.from({ length: SHARED_PAPERS }, () => uuidv7());
    const staff = first.makeOp(head, { id: head, ...newStaff('office-head') }, 0);
    const documents = papers.map((id) => first.makeOp(head, { id, ...newDocument() }, 0));
    const { seq, epoch } = await first.send(server.url, [staff, ...documents]);
    for (const pc of pcs) pc.know({ head, papers, seq, epoch });
    return new StormOffice(commune, pcs);
  }
}

/** What a PC knew when the line went. */
type Known = {
  readonly head: string;
  readonly papers: readonly string[];
  readonly seq: number;
  readonly epoch: string;
};

/** One PC of such an office. */
export class StormPc {
  private n = 0;
  private clockMs = Date.now() - 60 * HOUR_MS;
  private known: Known = { head: '', papers: [], seq: 0, epoch: '' };
  private readonly random;

  private constructor(
    private readonly commune: string,
    readonly dev: number,
    readonly token: string,
  ) {
    this.random = createRandom(`storm ${String(dev)}`);
  }

  /** Enrols by the wire; its session is put in by hand, because the server takes no more than ten a second from one address. */
  static async join(server: RunningServer, owner: Database, commune: string): Promise<StormPc> {
    const { privateKey, publicKey } = createDeviceKey();
    const wish = { code: await server.createCode(commune), name: 'Máy thử tải', publicKey };
    const signature = signText(privateKey, enrolmentMessage(wish));
    const response = await postJson(server.url + httpPaths.enrol, { ...wish, signature });
    if (response.status !== 200) throw new Error(`not enrolled: ${await response.text()}`);
    const { dev } = (await response.json()) as EnrolAnswer;
    const token = randomUUID();
    const expires_at = new Date(Date.now() + HOUR_MS);
    await owner
      .insertInto('session')
      .values({ token_hash: hashSecret(token), commune, device: dev, expires_at })
      .execute();
    return new StormPc(commune, dev, token);
  }

  know(known: Known): void {
    this.known = known;
  }

  /** A PC's work of some days, as the one request that sends it: new papers with their directives, and edits of its own papers and of the office's. */
  batch(opCount: number): Uint8Array {
    const own: string[] = [];
    const { head, papers, seq, epoch } = this.known;
    const ops: Op[] = [];
    while (ops.length < opCount) {
      const dice = this.random.next();
      if (own.length < 3 || dice < 0.2) {
        const id = uuidv7();
        own.push(id);
        ops.push(this.makeOp(head, { id, type: 'document', f: this.newPaper(own.length) }, 0));
      } else if (dice < 0.32) ops.push(this.makeOp(head, { id: uuidv7(), ...newDirective(this.random.pick(own)) }, 0));
      else if (dice < 0.42) ops.push(this.makeOp(head, { id: this.random.pick(papers), ...this.edit() }, seq));
      else ops.push(this.makeOp(head, { id: this.random.pick(own), ...this.edit() }, 0));
    }
    const stream = { id: `org:${this.commune}`, epoch, base: seq, after: seq, limit: 300 };
    return frameCodec.toBytes(packRequest(this.request(ops, [stream])));
  }

  makeOp(by: string, { id, type, f }: Change & { readonly id: string }, base: number): Op {
    this.n += 1;
    this.clockMs += 60_000 + Math.floor(this.random.next() * 240_000);
    const stream = `org:${this.commune}`;
    return { dev: this.dev, n: this.n, t: 'set', stream, type, id, f, base, h: hlcFromMs(this.clockMs), by };
  }

  /** Sends ops before the storm; how far the stream is then. */
  async send(url: string, ops: readonly Op[]): Promise<{ readonly seq: number; readonly epoch: string }> {
    const request = this.request(ops, [{ id: `org:${this.commune}`, epoch: '', base: 0, after: 0, limit: 1000 }]);
    const body = new Uint8Array(frameCodec.toBytes(packRequest(request)));
    const response = await fetch(url + httpPaths.sync, {
      method: 'POST',
      body,
      headers: { authorization: `D ${this.token}` },
    });
    const answer = unpackAnswer(frameCodec.fromBytes(new Uint8Array(await response.arrayBuffer())), request);
    const refused = answer.outcomes.find(({ kind }) => kind !== 'ok');
    if (refused !== undefined) throw new Error(`the office was not founded: ${JSON.stringify(refused)}`);
    const stream = must(answer.streams[0], 'one stream was asked for');
    return { seq: stream.next, epoch: stream.epoch };
  }

  private request(ops: readonly Op[], streams: SyncRequest['streams']): SyncRequest {
    return { v: PROTOCOL_VERSION, dev: this.dev, ops, seen: [], streams };
  }

  private newPaper(order: number): Change['f'] {
    return {
      ...newDocument().f,
      symbol: `${String(order)}-CV/VPTU`,
      abstract: `Về việc báo cáo kết quả thực hiện Nghị quyết số ${String(this.n)} về xây dựng Đảng và hệ thống chính trị năm 2026`,
      signer: 'Nông Văn Hùng',
    };
  }

  private edit(): Change {
    const edits: readonly Readonly<Record<string, FieldValue>>[] = [
      { state: 'in-progress', holderUnitId: this.known.head },
      { dueOn: `2026-12-${String(10 + Math.floor(this.random.next() * 18))}` },
      { note: `Đã chuyển văn phòng, lần ${String(this.n)}`, urgency: 'urgent' },
      { state: 'done', doneOn: '2026-11-22', result: `Đã tham mưu văn bản trả lời số ${String(this.n)}` },
    ];
    return { type: 'document', f: this.random.pick(edits) };
  }
}
