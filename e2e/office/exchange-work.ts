import { generatePdf } from '#e2e/sample/paper-pdf.ts';
import { RECIPIENT_FIELDS, SENDER_FIELDS } from '#shared/domain/exchange/carried-fields.ts';
import type { DocumentFields } from '#shared/domain/document/document-record.ts';
import { fakeOutgoing } from '#renderer/platform/fake-outgoing.ts';
import type { TestHandle } from '#renderer/app/test-handle.ts';
import type { ArrivalRow, DispatchRow } from '#renderer/data/rows.ts';
import type { OfficePc } from './office-pc.ts';

/** A paper to be issued and sent: to which agencies, perhaps in place of an older one. */
export type PaperOrder = { readonly name: string; readonly to: readonly string[]; readonly replaces?: SentPaper };

/** A paper that was sent: its id, its file, and its dispatches by recipient. */
export type SentPaper = {
  readonly id: string;
  readonly symbol: string;
  readonly hash: string;
  readonly dispatches: Readonly<Record<string, string>>;
};

const PATIENCE = 40_000;

/** Opens a book of State letters and asks for it. */
export function openBook(pc: OfficePc): Promise<string> {
  return pc.page.evaluate(async () => {
    const handle = window.officeForTests as TestHandle;
    const plain = { book: 'outgoing', bodyId: null, origin: '', name: 'Sổ văn bản đi', suffix: 'UBND' } as const;
    const made = await handle.acts.openRegister(handle.office, { ...plain, regime: 'state', counting: 'year' });
    if (!made.ok) throw new Error(made.error.code);
    return made.value.id;
  });
}

/** Issues a paper with a PDF and sends it, or sends it in place of another, as the screens do. */
export async function sendPaper(pc: OfficePc, registerId: string, order: PaperOrder): Promise<SentPaper> {
  const bytes = await scanOf(order.name);
  const extra = { regime: 'state', typeId: 'state-letter', replacesId: order.replaces?.id ?? null } as const;
  const given = {
    registerId,
    input: fakeOutgoing(order.name, extra),
    encoded: Buffer.from(bytes).toString('base64'),
    to: order.to,
    replaced: Object.values(order.replaces?.dispatches ?? {}),
  };
  return pc.page.evaluate(async ({ registerId: book, input, encoded, to, replaced }) => {
    const { office, acts } = window.officeForTests as TestHandle;
    const made = await acts.createOutgoing(office, input);
    if (!made.ok) throw new Error(`paper: ${made.error.code}`);
    const { id } = made.value;
    const numbered = await acts.numberOutgoing(office, id, { registerId: book, issuedOn: office.today() });
    if (!numbered.ok) throw new Error(`number: ${numbered.error.code}`);
    const { symbol } = numbered.value;
    const raw = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
    const stored = await acts.storeFile(new File([raw], 'van-ban.pdf', { type: 'application/pdf' }), 1);
    if (!stored.ok) throw new Error(`file: ${stored.error.code}`);
    const attached = await acts.attachToOutgoing(office, id, stored.value);
    if (!attached.ok) throw new Error(`attachment: ${attached.error.code}`);
    const agencies = await office.db.agencies.toArray();
    const recipients = to.map((recipient) => ({
      kind: 'agency' as const,
      recipient,
      name: agencies.find(({ code }) => code === recipient)?.name ?? recipient,
      channel: 'exchange' as const,
    }));
    const sent =
      replaced.length > 0
        ? await acts.replaceDispatches(office, id, replaced)
        : await acts.sendOutgoing(office, id, recipients);
    if (!sent.ok) throw new Error(`sending: ${sent.error.code}`);
    const dispatches = await office.db.dispatches.where('outgoingId').equals(id).toArray();
    return {
      id,
      symbol,
      hash: stored.value.hash,
      dispatches: Object.fromEntries(dispatches.map((each) => [each.recipient, each.id])),
    };
  }, given);
}

/** Enters a paper that arrived, with what its letter says. */
export async function enterArrival(pc: OfficePc, id: string): Promise<void> {
  await pc.page.evaluate(async (arrivalId) => {
    const { office, acts } = window.officeForTests as TestHandle;
    const arrival = await office.db.arrivals.get(arrivalId);
    if (arrival === undefined) throw new Error('no such arrival');
    const { symbol, issuedOn, issuer, typeId, abstract, signer, urgency, externalId } = arrival.letter;
    const line = { symbol, issuedOn, issuer, typeId, abstract, signer, urgency, externalId };
    const decided = { secrecy: 'none', channel: 'exchange', state: 'awaiting-directive' } as const;
    const rest = { receivedOn: office.today(), dueOn: null, holderUnitId: null, holderStaffId: null, note: '' };
    const checked = await acts.checkSentFiles(arrival.files);
    if (!checked.ok) throw new Error(`files: ${checked.error.code}`);
    const { sound, leftOut } = checked.value;
    if (leftOut.length > 0) throw new Error(`files: ${JSON.stringify(leftOut)}`);
    const fields = { ...line, ...decided, ...rest };
    const saved = await acts.acceptArrival(office, arrivalId, fields, 'Đã nhận bản thay thế', sound);
    if (!saved.ok) throw new Error(`not entered: ${saved.error.code}`);
  }, id);
}

/** Runs one act of the repositories; throws when it is refused. */
export async function actOn(
  pc: OfficePc,
  act:
    | { readonly kind: 'recall'; readonly ids: readonly string[]; readonly reason: string }
    | { readonly kind: 'update'; readonly id: string; readonly note: string }
    | { readonly kind: 'answer'; readonly id: string; readonly agree: boolean; readonly note: string }
    | { readonly kind: 'refuse'; readonly id: string; readonly reason: string }
    | { readonly kind: 'done'; readonly id: string },
): Promise<void> {
  await pc.page.evaluate(async (wanted) => {
    const { office, acts } = window.officeForTests as TestHandle;
    const result =
      wanted.kind === 'recall'
        ? await acts.recallDispatches(office, wanted.ids, wanted.reason)
        : wanted.kind === 'update'
          ? await acts.updateDispatches(office, wanted.id, wanted.note)
          : wanted.kind === 'answer'
            ? await acts.answerRecall(office, wanted.id, wanted)
            : wanted.kind === 'refuse'
              ? await acts.refuseArrival(office, wanted.id, wanted.reason)
              : await acts.markDone(office, wanted.id, { result: 'Đã thực hiện', doneOn: office.today() });
    if (!result.ok) throw new Error(`${wanted.kind}: ${JSON.stringify(result)}`);
  }, act);
}

/** Brings the register line up to what the sender changed, with the files that pass the check. */
export async function takeUpdate(pc: OfficePc, id: string): Promise<void> {
  await pc.page.evaluate(async (arrivalId) => {
    const { office, acts } = window.officeForTests as TestHandle;
    const checked = await acts.checkSentFiles((await office.db.arrivals.get(arrivalId))?.files ?? []);
    if (!checked.ok) throw new Error(checked.error.code);
    const taken = await acts.takeUpdate(office, arrivalId, checked.value.sound);
    if (!taken.ok) throw new Error(JSON.stringify(taken));
  }, id);
}

/** Attaches another file to an issued paper, so that there is something to update. Its hash. */
export async function attachMore(pc: OfficePc, outgoingId: string, name: string): Promise<string> {
  const encoded = Buffer.from(await scanOf(name)).toString('base64');
  return pc.page.evaluate(
    async ({ id, encoded: given }) => {
      const { office, acts } = window.officeForTests as TestHandle;
      const raw = Uint8Array.from(atob(given), (letter) => letter.charCodeAt(0));
      const stored = await acts.storeFile(new File([raw], 'phu-luc.pdf', { type: 'application/pdf' }), 1);
      if (!stored.ok) throw new Error(stored.error.code);
      const attached = await acts.attachToOutgoing(office, id, stored.value);
      if (!attached.ok) throw new Error(attached.error.code);
      return stored.value.hash;
    },
    { id: outgoingId, encoded },
  );
}

let scan: Promise<Uint8Array> | undefined;

/** The file of a paper. One scan for all of them, told apart behind its last line: drawing each would take longer than everything that is proved of it. */
async function scanOf(name: string): Promise<Uint8Array> {
  scan ??= generatePdf({ seed: 'exchange', facts: factsOf('Văn bản gửi đi') });
  return Buffer.concat([await scan, Buffer.from(`%${name}\n`)]);
}

function factsOf(abstract: string): Parameters<typeof generatePdf>[0]['facts'] {
  return {
    symbol: '',
    issuedOn: '2026-11-19' as DocumentFields['issuedOn'],
    issuer: 'UBND xã Nà Lầu',
    typeId: null,
    abstract,
    signer: 'Nguyễn Văn Mẫu',
    urgency: 'normal',
  };
}

/** Syncs until this holds on the PC; throws with `what` when it never does. */
export function reach(pc: OfficePc, what: string, holds: () => Promise<boolean>): Promise<void> {
  return wait(pc, what, async () => {
    if (await holds()) return true;
    await pc.page.evaluate(() => window.officeForTests?.sync.syncNow());
    return false;
  });
}

/** The same without asking for anything: what is to come comes by itself. */
export async function wait(pc: OfficePc, what: string, holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`${pc.name}: ${what} never came`);
    await pc.page.waitForTimeout(150);
  }
}

/** What both sides hold of every paper sent from one to the other, in the same words: by id of dispatch and arrival. */
export async function sideOf(
  pc: OfficePc,
  side: 'dispatch' | 'arrival',
): Promise<Record<string, Record<string, unknown>>> {
  const rows: readonly (DispatchRow | ArrivalRow)[] = await pc.page.evaluate(async (which) => {
    const db = window.officeForTests?.office.db;
    const all = which === 'dispatch' ? await db?.dispatches.toArray() : await db?.arrivals.toArray();
    return (all ?? []).filter(({ removed }) => !removed);
  }, side);
  const fields = [...SENDER_FIELDS, ...RECIPIENT_FIELDS];
  return Object.fromEntries(
    rows.map((row) => [row.id, Object.fromEntries(fields.map((field) => [field, row[field]]))]),
  );
}
