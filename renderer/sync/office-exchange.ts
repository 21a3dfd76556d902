import type { DesktopBridge } from '#shared/contract/desktop-bridge.ts';
import type { IpcInput } from '#shared/contract/ipc.ts';
import { FILE_MAX_BYTES } from '#shared/domain/attachment/attachment-record.ts';
import type { Op } from '#shared/sync/op.ts';
import { listPeerFiles, noteFetched } from '#renderer/data/files/peer-files.ts';
import type { Office } from '#renderer/data/office.ts';
import { listColleagues } from '#renderer/data/replica/colleagues.ts';
import { listOwnStretches } from '#renderer/data/replica/own-batch.ts';
import { listPeerBatches, takePeerBatch } from '#renderer/data/replica/peer-ops.ts';
import { callDesktop } from '#renderer/platform/desktop.ts';
import { numberWaiting } from './number-waiting.ts';
import type { SyncStatusStore } from './sync-status-store.ts';

type Batch = IpcInput<'lan:round'>['kept'][number];

const ROUND_MS = 5000;

/** Exchanges with the office's other PCs over its own network: own unsent ops and what is held of others out, theirs in, files by hash. */
export class OfficeExchange {
  readonly #office: Office;
  readonly #desktop: DesktopBridge;
  #own: ReadonlyMap<string, Batch> = new Map();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(office: Office, desktop: DesktopBridge) {
    this.#office = office;
    this.#desktop = desktop;
  }

  /** Meets the others every few seconds while it is switched on. The returned function ends it. */
  start(status: SyncStatusStore): () => void {
    const next = async (): Promise<void> => {
      const state = await callDesktop(this.#desktop, 'lan:state', undefined);
      const isOn = state.ok && state.value.isOn;
      const inReach = state.ok ? state.value.colleagues.filter((each) => each.isInReach).length : 0;
      status.setState({ inOffice: isOn ? inReach + 1 : null });
      if (isOn) await this.runOnce().catch(() => undefined); // the store closed under it, say
      this.#timer = setTimeout(() => void next(), ROUND_MS);
    };
    void next();
    return () => clearTimeout(this.#timer);
  }

  /** One round. Gives whether anything came. */
  async runOnce(): Promise<boolean> {
    const [office, desktop] = [this.#office, this.#desktop];
    const list = await listColleagues(office);
    await callDesktop(desktop, 'carried:colleagues', { list: [...list] });
    const own = await this.#signOwn();
    const kept = [...(await listPeerBatches(office.db)), ...own];
    const wanted = (await listPeerFiles(office)).filter(({ size }) => size <= FILE_MAX_BYTES);
    const present = await callDesktop(desktop, 'vault:present', { hashes: wanted.map(({ hash }) => hash) });
    const here = new Set(present.ok ? present.value : []);
    const reply = await callDesktop(desktop, 'lan:round', {
      kept,
      wanted: wanted.filter(({ hash }) => !here.has(hash)),
    });
    if (!reply.ok) return false;
    await noteFetched(office, reply.value.fetched);
    let isNew = false;
    for (const { signed } of reply.value.news) {
      const opened = await callDesktop(desktop, 'carried:open', { signed });
      if (opened.ok) isNew = (await takePeerBatch(office, signed, opened.value)) || isNew;
    }
    // Papers of others wait for the holder of the book, whether the province can be reached or not.
    if (isNew) await numberWaiting(office);
    return isNew || reply.value.fetched.length > 0;
  }

  /** The own unsent ops as signed batches; signed anew only where there are others. */
  async #signOwn(): Promise<readonly Batch[]> {
    const { epoch, stretches } = await listOwnStretches(this.#office);
    const signed = new Map<string, Batch>();
    for (const ops of stretches) {
      const [n, lastN] = [ops[0]?.n ?? 0, ops.at(-1)?.n ?? 0];
      const name = `${epoch} ${String(n)}-${String(lastN)}`;
      const known = this.#own.get(name) ?? (await this.#sign(epoch, n, lastN, ops));
      if (known !== undefined) signed.set(name, known);
    }
    this.#own = signed;
    return [...signed.values()];
  }

  async #sign(epoch: string, n: number, lastN: number, ops: readonly Op[]): Promise<Batch | undefined> {
    const reply = await callDesktop(this.#desktop, 'carried:sign', { epoch, ops: [...ops] });
    return reply.ok ? { dev: this.#office.device.dev, n, lastN, signed: reply.value } : undefined;
  }
}
