import { fakeOutgoing } from '#renderer/platform/fake-outgoing.ts';
import type { NumberOrder } from '#renderer/data/outgoing/number-outgoing.ts';
import type { OutgoingRow } from '#renderer/data/rows.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { OfficePc } from './office-pc.ts';

/** What a PC says when it has numbered a paper: the symbol that is printed, empty while the paper waits for another PC; or the code of a refusal. */
export type Issued = { readonly id: string; readonly symbol: string; readonly refused: string };

/** Papers to be made and numbered, one after another. */
export type IssueOrder = Pick<NumberOrder, 'registerId' | 'number' | 'reason'> & {
  readonly typeId: string;
  readonly day: PlainDate;
  readonly count: number;
  readonly secrecy?: 'secret';
};

/** Makes papers and numbers them as the screens do. Each that has its number is also told to the console at once: `issued|id|symbol`. */
export async function issuePapers(pc: OfficePc, orders: readonly IssueOrder[]): Promise<Issued[]> {
  const given = { orders, input: fakeOutgoing(`Làm trên ${pc.name}`) };
  return pc.page.evaluate(async ({ orders: wanted, input }) => {
    const handle = window.officeForTests;
    if (handle === undefined) throw new Error('the app is not open to tests');
    const { office, acts } = handle;
    const issued: Issued[] = [];
    for (const { typeId, day, count, registerId, number, reason, secrecy = 'none' } of wanted) {
      const regime = typeId.startsWith('state') ? ('state' as const) : ('party' as const);
      for (let i = 0; i < count; i += 1) {
        const made = await acts.createOutgoing(office, { ...input, regime, typeId, secrecy });
        if (!made.ok) throw new Error(`paper refused: ${made.error.code}`);
        const { id } = made.value;
        const order = { registerId, issuedOn: day };
        const chosen = { ...(number !== undefined && { number }), ...(reason !== undefined && { reason }) };
        const numbered = await acts.numberOutgoing(office, id, { ...order, ...chosen });
        const symbol = numbered.ok ? numbered.value.symbol : '';
        if (symbol !== '') console.log(`issued|${id}|${symbol}`);
        issued.push({ id, symbol, refused: numbered.ok ? '' : numbered.error.code });
      }
    }
    return issued;
  }, given);
}

/** Outgoing papers of a PC that bear a number or wait for one. */
export function listNumbered(pc: OfficePc): Promise<OutgoingRow[]> {
  return pc.page.evaluate(async () => {
    const rows = (await window.officeForTests?.office.db.outgoings.toArray()) ?? [];
    return rows.filter(({ number, state }) => number !== null || state === 'awaiting-number');
  });
}

/** Everything of the numbering a PC shows, by record, without what only that PC keeps. */
export function dumpNumbering(pc: OfficePc): Promise<Record<string, unknown>> {
  return pc.page.evaluate(async () => {
    const handle = window.officeForTests;
    if (handle === undefined) throw new Error('the app is not open to tests');
    const { db } = handle.office;
    const tables = {
      outgoing: db.outgoings,
      ledgerEntry: db.ledgerEntries,
      numberBlock: db.numberBlocks,
      register: db.registers,
      term: db.terms,
    };
    const dump: Record<string, unknown> = {};
    for (const [type, table] of Object.entries(tables))
      for (const row of await table.toArray()) if (row.stream !== 'local') dump[`${type}:${row.id}`] = row;
    return dump;
  });
}

/** Changes of this PC that the province refused, as `type:code`. */
export function listRefused(pc: OfficePc): Promise<string[]> {
  return pc.page.evaluate(async () => {
    const rows = (await window.officeForTests?.office.db.outbox.toArray()) ?? [];
    return rows.flatMap(({ type, state }) => (state.kind === 'rejected' ? [`${type}:${state.reason}`] : []));
  });
}
