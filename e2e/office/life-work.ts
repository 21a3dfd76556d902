import type { TestHandle } from '#renderer/app/test-handle.ts';
import type { PastStory } from '#renderer/data/members/past-story.ts';
import type { EventDraft } from '#shared/domain/member-life/event-draft.ts';
import type { OfficePc } from './office-pc.ts';

type Fields = Readonly<Record<string, unknown>>;

const PATIENCE = 30_000;
const LOOK_AGAIN_MS = 60;

/** Records an event as the dialog does; its id. `file`: the decision as a PDF, base64. */
export function recordEventAt(pc: OfficePc, memberId: string, draft: EventDraft, file = ''): Promise<string> {
  return pc.page.evaluate(
    async ({ memberId: id, draft: said, file: encoded }) => {
      const { office, acts } = window.officeForTests as TestHandle;
      const raw = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
      const paper = new File([raw], 'quyet-dinh.pdf', { type: 'application/pdf' });
      const stored = encoded === '' ? undefined : await acts.storeFile(paper, 1);
      if (stored !== undefined && !stored.ok) throw new Error(`file: ${stored.error.code}`);
      const saved = await acts.recordEvent(office, id, said, stored?.value);
      if (!saved.ok) throw new Error(`${said.kind} ${said.effectiveOn}: ${saved.error.code}`);
      return saved.value.id;
    },
    { memberId, draft, file },
  );
}

/** Takes an event out that was entered wrongly. */
export function voidEventAt(pc: OfficePc, eventId: string, reason: string): Promise<void> {
  return pc.page.evaluate(
    async ([id, why]) => {
      const { office, acts } = window.officeForTests as TestHandle;
      const saved = await acts.voidEvent(office, id, why);
      if (!saved.ok) throw new Error(`void: ${saved.error.code}`);
    },
    [eventId, reason] as const,
  );
}

/** Puts a change forward that a second person must confirm; its id. */
export function proposeAt(pc: OfficePc, memberId: string, to: Fields): Promise<string> {
  return pc.page.evaluate(
    async ({ memberId: id, to: wanted }) => {
      const { office, acts } = window.officeForTests as TestHandle;
      const changes = { to: wanted as never, reason: 'Theo bản chính quyết định', decision: null };
      const saved = await acts.proposeChanges(office, id, changes);
      if (!saved.ok) throw new Error(`propose: ${saved.error.code}`);
      return saved.value.id;
    },
    { memberId, to },
  );
}

/** Confirms a proposal; `ok` or the code by which it was refused. */
export function confirmAt(pc: OfficePc, changeId: string): Promise<string> {
  return pc.page.evaluate(async (id) => {
    const { office, acts } = window.officeForTests as TestHandle;
    const saved = await acts.confirmChange(office, id);
    return saved.ok ? 'ok' : saved.error.code;
  }, changeId);
}

/** What a PC knows of a member's life: record, events, what was written by hand. */
export async function pastStoryAt(pc: OfficePc, memberId: string): Promise<PastStory> {
  const past = await pc.page.evaluate((id) => {
    const { office, acts } = window.officeForTests as TestHandle;
    return acts.readPastStory(office, id);
  }, memberId);
  if (past === undefined) throw new Error(`${pc.name} does not know the member`);
  return past;
}

/** Makes both PCs exchange with the province until the second one has a record as it should be. */
export async function untilAt(
  from: OfficePc,
  to: OfficePc,
  record: { readonly table: 'memberEvents' | 'memberChanges' | 'members'; readonly id: string; readonly f: Fields },
): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    for (const pc of [from, to]) await pc.page.evaluate(() => window.officeForTests?.sync.syncNow());
    const isThere = await to.page.evaluate(async ({ table, id, f }) => {
      const { office } = window.officeForTests as TestHandle;
      const row = (await office.db[table].get(id)) as unknown as Record<string, unknown> | undefined;
      return row !== undefined && Object.entries(f).every(([field, value]) => row[field] === value);
    }, record);
    if (isThere) return;
    if (Date.now() > deadline) throw new Error(`${to.name} never heard of ${record.table} ${record.id}`);
    await to.page.waitForTimeout(LOOK_AGAIN_MS);
  }
}
