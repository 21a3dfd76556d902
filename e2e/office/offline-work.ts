import { fakePaper } from '#renderer/platform/fake-paper.ts';
import type { OfficePc } from './office-pc.ts';

/** What a PC holds that is nowhere else, and must be there again after its store was lost. */
export type OnlyHere = {
  /** Own changes that were never sent, as `counter:type:id:fields`. */
  readonly unsent: readonly string[];
  /** Papers made here and not sent: symbol and number. */
  readonly papers: readonly string[];
  /** Lines that never leave the PC. */
  readonly secretLines: readonly string[];
};

/** Works without a line: edits of known papers, new papers, secret lines. Everything was acknowledged when it returns. */
export async function workOffline(
  pc: OfficePc,
  order: { readonly edits: number; readonly papers: number; readonly secretLines: number; readonly mark: string },
): Promise<void> {
  const given = { ...order, paper: fakePaper('', { abstract: `Làm khi mất mạng, ${order.mark}` }) };
  await pc.page.evaluate(async ({ edits, papers, secretLines, mark, paper }) => {
    const handle = window.officeForTests;
    if (handle === undefined) throw new Error('the app is not open to tests');
    const { office, acts } = handle;
    const ids = (await office.db.documents.toCollection().primaryKeys()).sort();
    for (let i = 0; i < edits; i += 1) {
      const saved = await acts.saveDocument(office, ids[i] ?? '', { note: `${mark} ${String(i)}` }, 1_000_000);
      if (!saved.ok) throw new Error(`edit refused: ${saved.error.code}`);
    }
    for (let i = 0; i < papers + secretLines; i += 1) {
      const isSecret = i >= papers;
      const input = { ...paper, receivedOn: office.today(), symbol: `${String(i)}-${mark}` };
      const secret = { ...input, secrecy: 'secret', abstract: '' } as const;
      const saved = await acts.registerDocument(office, isSecret ? secret : input, []);
      if (!saved.ok) throw new Error(`paper refused: ${saved.error.code}`);
    }
  }, given);
}

/** What a PC holds that is nowhere else. */
export function listOnlyHere(pc: OfficePc, mark: string): Promise<OnlyHere> {
  return pc.page.evaluate(async (wanted) => {
    const handle = window.officeForTests;
    if (handle === undefined) throw new Error('the app is not open to tests');
    const { db } = handle.office;
    const own = (await db.outbox.orderBy('n').toArray()).filter(({ op }) => JSON.stringify(op.f).includes(wanted));
    const rows = (await db.documents.toArray()).filter(({ symbol }) => symbol.includes(wanted));
    const [shared, local] = [false, true].map((isLocal) =>
      rows
        .filter(({ stream }) => (stream === 'local') === isLocal)
        .map(({ symbol, arrivalNumber }) => `${symbol}:${String(arrivalNumber)}`)
        .sort(),
    );
    return {
      unsent: own.map(({ n, op }) => `${String(n)}:${op.type}:${op.id}:${JSON.stringify(op.f)}`),
      papers: shared ?? [],
      secretLines: local ?? [],
    };
  }, mark);
}
