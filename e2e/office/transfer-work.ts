import type { TestHandle } from '#renderer/app/test-handle.ts';
import { generatePdf } from '#e2e/sample/paper-pdf.ts';
import type { MemberState } from '#shared/domain/member/member-record.ts';
import { activeStates } from '#shared/domain/member/party-age.ts';
import type { TransferKind } from '#shared/domain/transfer/member-transfer-record.ts';
import { stayingFields } from '#shared/domain/transfer/transfer-dossier.ts';
import { isOpenTransfer } from '#shared/domain/transfer/transfer-rules.ts';
import type { OfficePc } from './office-pc.ts';

/** A member of an office who is about to go. */
export type Traveller = { readonly id: string; readonly name: string };

/** Official members of a PC's office, so many, in the order of their making. */
export function findTravellers(pc: OfficePc, count: number): Promise<Traveller[]> {
  return pc.page.evaluate(async (wanted) => {
    const { office } = window.officeForTests as TestHandle;
    const rows = await office.db.members.filter(({ state }) => state === 'official').toArray();
    return rows
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .slice(0, wanted)
      .map(({ id, name }) => ({ id, name: name.full }));
  }, count);
}

/** Opens the book of introductions on a PC that will number in it. */
export async function openIntroductionBook(pc: OfficePc): Promise<void> {
  await pc.page.evaluate(async () => {
    const { office, acts } = window.officeForTests as TestHandle;
    const plain = { book: 'outgoing', bodyId: null, origin: '', name: 'Sổ giới thiệu sinh hoạt đảng' } as const;
    const made = await acts.openRegister(office, { ...plain, suffix: 'ĐU', regime: 'party', counting: 'type-year' });
    if (!made.ok) throw new Error(`book: ${made.error.code}`);
  });
}

/** Writes a line and a file to a member's record; the file's hash. */
export async function writeDossier(pc: OfficePc, memberId: string, title: string): Promise<string> {
  const facts = { symbol: '1', issuedOn: null, issuer: 'x', typeId: null, abstract: title, signer: '' } as const;
  const bytes = await generatePdf({ seed: `transfer/${title}`, facts: { ...facts, urgency: 'normal' } });
  const given = { memberId, title, encoded: Buffer.from(bytes).toString('base64') };
  return pc.page.evaluate(async ({ memberId: owner, title: words, encoded }) => {
    const { office, acts } = window.officeForTests as TestHandle;
    const line = { memberId: owner, kind: 'work', from: '2001', to: '2010', title: words, place: 'Nà Lầu', detail: '' };
    const added = await acts.addRecord(office, 'memberLine', {
      ...line,
      relation: '',
      personName: '',
      bornYear: null,
      order: 1,
    });
    if (!added.ok) throw new Error(`line: ${added.error.code}`);
    const raw = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
    const stored = await acts.storeFile(new File([raw], 'ly-lich.pdf', { type: 'application/pdf' }), 1);
    if (!stored.ok) throw new Error(`file: ${stored.error.code}`);
    const addedAt = new Date(office.nowMs()).toISOString();
    const file = { ...stored.value, documentId: owner, ownerType: 'member', addedAt };
    const attached = await acts.addRecord(office, 'attachment', file);
    if (!attached.ok) throw new Error(`attachment: ${attached.error.code}`);
    return stored.value.hash;
  }, given);
}

/** Prepares a transfer and gives its introduction paper out; the transfer's id. `recipient`: empty when it goes by paper. */
export function sendMember(
  pc: OfficePc,
  memberId: string,
  order: { readonly kind: TransferKind; readonly recipient: string },
): Promise<string> {
  return pc.page.evaluate(
    async ({ memberId: id, order: { kind, recipient } }) => {
      const { office, acts } = window.officeForTests as TestHandle;
      const member = await office.db.members.get(id);
      const agency = (await office.db.agencies.toArray()).find(({ code }) => code === recipient);
      const until = kind === 'temporary' ? office.today().replace(/^\d{4}/, (year) => String(Number(year) + 1)) : null;
      const made = await acts.addTransfer(office, {
        memberId: id,
        kind,
        recipient,
        recipientName: agency?.name ?? 'Đảng uỷ phường ngoài tỉnh',
        fromUnitId: member?.unitId ?? null,
        toUnitName: '',
        reason: 'Chuyển nơi ở',
        isStudy: false,
        askedOn: office.today(),
        checked: ['self-review'],
        feePaidUntil: null,
        until: until as ReturnType<typeof office.today> | null,
      });
      if (!made.ok) throw new Error(`transfer: ${made.error.code}`);
      const signing = {
        place: 'Nà Lầu',
        signMode: 'on-behalf',
        signBody: '',
        signPost: 'Bí thư',
        signer: 'Mẫu',
      } as const;
      const issued = await acts.issueTransfer(office, made.value.id, {
        issuedOn: office.today(),
        abstract: 'Giới thiệu sinh hoạt đảng',
        recipients: '',
        signing: { ...signing, signerId: null },
        reason: '',
      });
      if (!issued.ok) throw new Error(`issue: ${issued.error.code}`);
      if (issued.value.symbol === '') throw new Error('the paper waits for its number');
      return made.value.id;
    },
    { memberId, order },
  );
}

type Act =
  | { readonly do: 'withdraw' | 'refuse'; readonly id: string; readonly reason: string }
  | { readonly do: 'accept'; readonly id: string; readonly into?: string }
  | { readonly do: 'end' | 'left' | 'confirm'; readonly id: string }
  | { readonly do: 'phone'; readonly id: string; readonly reason: string };

/** Does something about a transfer as the screens do. */
export async function actOnTransfer(pc: OfficePc, act: Act): Promise<void> {
  await pc.page.evaluate(async (given) => {
    const { office, acts } = window.officeForTests as TestHandle;
    const today = office.today();
    const cell = (await office.db.units.toArray()).find(({ kind, removed }) => kind === 'cell' && !removed);
    let done: { readonly ok: boolean; readonly error?: { readonly code: string } };
    switch (given.do) {
      case 'withdraw':
        done = await acts.withdrawTransfer(office, given.id, given.reason);
        break;
      case 'refuse':
        done = await acts.refuseMember(office, given.id, given.reason);
        break;
      case 'accept':
        done = await acts.acceptMember(office, given.id, {
          unitId: cell?.id ?? '',
          intoMemberId: given.into ?? null,
          shownOn: today,
          note: '',
        });
        break;
      case 'end':
        done = await acts.endTransfer(office, given.id, today, 'về đơn vị');
        break;
      case 'left':
        done = await acts.guestLeft(office, given.id, today, 'hết thời gian');
        break;
      case 'confirm':
        done = await acts.confirmByPaper(office, given.id, {
          completedOn: today,
          unitName: 'Chi bộ 3',
          reach: 'other-province',
        });
        break;
      case 'phone':
        done = await acts.saveMember(office, given.id, { phone: given.reason }, Number.MAX_SAFE_INTEGER);
    }
    if (!done.ok) throw new Error(`${given.do}: ${done.error?.code ?? ''}`);
  }, act);
}

/** What a PC says of its transfers and of those that came to it, by their ids. */
export function outcomesAt(pc: OfficePc): Promise<Readonly<Record<string, string>>> {
  return pc.page.evaluate(async () => {
    const { db } = (window.officeForTests as TestHandle).office;
    const [sent, heard] = [await db.memberTransfers.toArray(), await db.memberArrivals.toArray()];
    return Object.fromEntries([...sent, ...heard].map(({ id, outcome }) => [id, outcome]));
  });
}

/** Members, by name, whom a PC shows as settled in its office: they count here, and no introduction paper is out for them. */
export async function settledAt(pc: OfficePc): Promise<ReadonlySet<string>> {
  const { members, transfers } = await pc.page.evaluate(async () => {
    const { db } = (window.officeForTests as TestHandle).office;
    const rows = await db.members.toArray();
    return {
      members: rows.filter(({ removed }) => !removed).map(({ id, name, state }) => ({ id, name: name.full, state })),
      transfers: (await db.memberTransfers.toArray()).filter(({ removed }) => !removed),
    };
  });
  const leaving = new Set(transfers.filter(isOpenTransfer).map(({ memberId }) => memberId));
  const settled = members.filter(({ id, state }) => activeStates.includes(state) && !leaving.has(id));
  return new Set(settled.map(({ name }) => name));
}

/** A member's record as a PC has it, without what each office has of its own: fields, lines, events, files. */
export type Dossier = {
  readonly state: MemberState | undefined;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly lines: readonly unknown[];
  readonly events: readonly unknown[];
  readonly hashes: readonly string[];
};

export async function dossierAt(pc: OfficePc, memberId: string): Promise<Dossier> {
  const read = await pc.page.evaluate(async (id) => {
    const { db } = (window.officeForTests as TestHandle).office;
    return {
      member: await db.members.get(id),
      lines: await db.memberLines.where('memberId').equals(id).toArray(),
      events: await db.memberEvents.where('memberId').equals(id).toArray(),
      files: await db.attachments.where('documentId').equals(id).toArray(),
    };
  }, memberId);
  const own = new Set(['seq', 'stream', 'pending', 'flags', 'state', ...Object.keys(stayingFields)]);
  const local = new Set([...own, 'decisionId', 'proposalId', 'atOffice', 'sets', 'before']);
  const plain = (row: object, without: ReadonlySet<string>): Record<string, unknown> =>
    Object.fromEntries(Object.entries(row).filter(([field]) => !without.has(field)));
  const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);
  return {
    state: read.member?.state,
    fields: plain(read.member ?? {}, own),
    lines: read.lines.sort(byId).map((row) => plain(row, own)),
    // How the member left and came is told by each office for itself.
    events: read.events
      .filter(({ transferId }) => transferId === null)
      .sort(byId)
      .map((row) => ({ ...plain(row, local), decided: row.state })),
    hashes: read.files.map(({ hash }) => hash).sort(),
  };
}
