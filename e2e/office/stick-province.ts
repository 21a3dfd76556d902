import { runParcelCommand } from '#server/parcel-commands.ts';
import { openProvinceSigner } from '#server/services/province-signer.ts';
import { openAsOwner } from '#server/storage/database.ts';
import { findRunningPostgres } from '#server/storage/embedded-postgres.ts';
import { must } from '#shared/base/must.ts';
import type { WindowlessPc } from './windowless-pc.ts';
import { waitingBatches } from '#renderer/data/parcel/waiting-batches.ts';
import { PROTOCOL_VERSION } from '#shared/contract/protocol.ts';
import type { Op } from '#shared/sync/op.ts';
import { expectThat } from './run-proof.ts';

/** What the province's command line said, and whether it was done. */
export type Said = { readonly isDone: boolean; readonly text: string };

/** The province's people read a stick, beside the running server; with `answer` they write back onto it. */
export function readAtProvince(
  dataDir: string,
  folder: string,
  options: { readonly answer?: boolean } = {},
): Promise<Said> {
  const answer = options.answer === true ? ['--answer'] : [];
  return runParcelCommand(['usb', 'read', folder, '--by', 'Lê Văn Tỉnh', '--label', 'T1', ...answer], { dataDir });
}

/** The province's people write for a PC onto a stick. */
export function writeAtProvince(dataDir: string, dev: number, folder: string): Promise<Said> {
  return runParcelCommand(['usb', 'write', String(dev), folder], { dataDir });
}

/** The province's public key. */
export async function provinceKeyOf(dataDir: string): Promise<string> {
  const db = openAsOwner(must(await findRunningPostgres(dataDir), 'the province runs'));
  try {
    return (await openProvinceSigner(db)).publicKey;
  } finally {
    await db.destroy();
  }
}

/** The last counter the province has taken from a PC. */
export async function lastTaken(dataDir: string, dev: number): Promise<number> {
  const db = openAsOwner(must(await findRunningPostgres(dataDir), 'the province runs'));
  try {
    const row = await db.selectFrom('device').select('last_n').where('id', '=', dev).executeTakeFirstOrThrow();
    return row.last_n;
  } finally {
    await db.destroy();
  }
}

/**
 * The same work done online: what the province took from sticks is sent, in the order in which it was taken, over the line to a province that was the same
 * when it all began.
 */
export class OnlineTwin {
  readonly #ops = new Map<number, Map<number, Op>>();
  readonly #sent = new Map<number, number>();

  /** Everything the PC had taken when both began. */
  async begin({ office }: WindowlessPc): Promise<void> {
    this.#sent.set(office.device.dev, office.clock.state.n);
    await this.note({ office });
  }

  /** What a PC has to send now, as its package takes it. */
  async note({ office }: Pick<WindowlessPc, 'office'>): Promise<void> {
    const ops = this.#ops.get(office.device.dev) ?? new Map<number, Op>();
    this.#ops.set(office.device.dev, ops);
    for await (const batch of waitingBatches(office)) for (const op of batch) if (!ops.has(op.n)) ops.set(op.n, op);
  }

  /** Sends what the other province has taken from this PC since. */
  async follow({ office, desktop }: WindowlessPc, last: number): Promise<void> {
    const { dev } = office.device;
    const from = must(this.#sent.get(dev), 'the PC has begun');
    const ops = Array.from({ length: last - from }, (_, i) =>
      must(this.#ops.get(dev)?.get(from + i + 1), 'a noted op'),
    );
    this.#sent.set(dev, last);
    if (ops.length === 0) return;
    const reply = await desktop.call['sync:exchange']({ v: PROTOCOL_VERSION, dev, ops, seen: [], streams: [] });
    expectThat(reply, ({ ok }) => ok, 'the twin takes over the line what the province took from the stick');
  }
}
