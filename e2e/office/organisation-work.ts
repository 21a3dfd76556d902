import type { TestHandle } from '#renderer/app/test-handle.ts';
import type { MemberFields } from '#shared/domain/member/member-record.ts';
import { blankMember } from '#shared/domain/member/blank-member.ts';
import { splitPersonName } from '#shared/base/person-name.ts';
import type { OfficePc } from './office-pc.ts';

/** A cell of the sample with the ids of who belongs to it. */
export type ProofCell = { readonly id: string; readonly name: string; readonly members: readonly string[] };

/** Cells of a PC's office that have members, most of them first. */
export function listCells(pc: OfficePc): Promise<ProofCell[]> {
  return pc.page.evaluate(async () => {
    const { office, acts } = window.officeForTests as TestHandle;
    const { units, members } = await acts.readTreeOnDay(office, office.today());
    return units
      .filter(({ kind }) => kind === 'cell')
      .map(({ id, name }) => ({ id, name, members: (members.get(id) ?? []).map((each) => each.id) }))
      .filter((cell) => cell.members.length > 0)
      .sort((a, b) => b.members.length - a.members.length || (a.id < b.id ? -1 : 1));
  });
}

/** What a change of the tree in the proof is. `founds`: names of new cells; `parted`: members who go to the last of them. */
export type ProofChange = {
  readonly kind: 'merged' | 'split';
  readonly from: readonly string[];
  readonly into: readonly string[];
  readonly founds: readonly string[];
  readonly parted?: readonly string[];
};

/** Records a change of the tree as the screen does, from today on; its id, and those of the cells afterwards. */
export function changeTree(pc: OfficePc, change: ProofChange): Promise<{ id: string; into: string[] }> {
  return pc.page.evaluate(async ({ kind, from, into, founds, parted = [] }) => {
    const { office, acts } = window.officeForTests as TestHandle;
    const on = office.today();
    const founded = founds.map((name, index) => ({
      ...{ id: office.ports.newId(), name, kind: 'cell' as const, sort: 'hamlet', parentId: null, order: 500 + index },
      ...{ termFrom: null, termTo: null },
    }));
    const toUnitIds = [...into, ...founded.map(({ id }) => id)];
    const saved = await acts.recordUnitEvent(office, {
      ...{ kind, on, fromUnitIds: from, toUnitIds, founded, name: '', parentId: null, note: '' },
      memberUnits: Object.fromEntries(parted.map((id) => [id, toUnitIds.at(-1) ?? ''])),
      decision: { symbol: '21-QĐ/ĐU', issuedOn: on, issuer: 'Đảng uỷ xã', signer: '' },
    });
    if (!saved.ok) throw new Error(`${kind}: ${saved.error.code}`);
    return { id: saved.value.id, into: toUnitIds };
  }, change);
}

/** Takes a change back. */
export async function takeBack(pc: OfficePc, id: string): Promise<void> {
  await pc.page.evaluate(async (eventId) => {
    const { office, acts } = window.officeForTests as TestHandle;
    const voided = await acts.voidUnitEvent(office, eventId, 'ghi nhầm quyết định');
    if (!voided.ok) throw new Error(`void: ${voided.error.code}`);
  }, id);
}

const newcomer: MemberFields = { ...blankMember, state: 'probationary' };

/** Writes into cells as if nothing had happened to them: somebody new in each of `into`, somebody moved, a meeting, a rating, a phone number; the new ids. */
export function writeIntoCells(
  pc: OfficePc,
  work: {
    readonly into: readonly string[];
    readonly moved: { readonly id: string; readonly to: string };
    readonly rated: string;
  },
): Promise<{ added: string[]; meeting: string; rating: string }> {
  const names = work.into.map((_, n) => splitPersonName(`Nông Văn Muộn ${String(n)}`));
  return pc.page.evaluate(
    async ({ into, moved, rated, fields, people }) => {
      const { office, acts } = window.officeForTests as TestHandle;
      const today = office.today();
      const added: string[] = [];
      for (const [index, unitId] of into.entries()) {
        const name = people[index];
        const saved =
          name === undefined
            ? undefined
            : await acts.addMember(office, {
                ...{ ...fields, name, unitId, admittedOn: today as never },
              });
        if (saved?.ok !== true) throw new Error(`member: ${saved?.error.code ?? ''}`);
        added.push(saved.value.id);
      }
      const gone = await acts.recordEvent(office, moved.id, {
        ...{ kind: 'moved', effectiveOn: today as never, until: null, decision: null, decisionId: null },
        ...{ isPastOnly: false, unitId: moved.to, place: '', form: '', number: '', years: null, amount: null },
        ...{ reason: 'chuyển nơi ở', note: '' },
      });
      if (!gone.ok) throw new Error(`move: ${gone.error.code}`);
      const startsAt = new Date(office.nowMs() + 9 * 86_400_000).toISOString();
      const meeting = await acts.addMeeting(office, {
        ...{ unitId: into[0] ?? '', kind: 'thematic', startsAt, topic: 'Mẫu' },
      });
      if (!meeting.ok) throw new Error(`meeting: ${meeting.error.code}`);
      const home = (await office.db.members.get(rated))?.unitId ?? '';
      const key = { memberId: rated, unitId: home, period: today.slice(0, 4) };
      const rating = await acts.saveRating(office, key, { proposedLevel: 'good' });
      if (!rating.ok) throw new Error(`rating: ${rating.error.code}`);
      const called = await acts.saveMember(office, rated, { phone: '0912000222' }, Number.MAX_SAFE_INTEGER);
      if (!called.ok) throw new Error(`phone: ${called.error.code}`);
      return { added, meeting: meeting.value.id, rating: rating.value.id };
    },
    { ...work, fields: newcomer, people: names },
  );
}

/** What a PC shows of the tree: who is in which living cell, who hangs in one that ended, and the counts of a day. */
export type ShownTree = {
  readonly homes: Readonly<Record<string, string>>;
  readonly adrift: readonly string[];
  readonly conflicts: number;
  readonly refused: readonly string[];
};

export function shownTree(pc: OfficePc): Promise<ShownTree> {
  return pc.page.evaluate(async () => {
    const { office, acts } = window.officeForTests as TestHandle;
    const { db } = office;
    const gone = new Set(['transferred', 'left', 'deceased']);
    const units = new Map((await db.units.toArray()).map((unit) => [unit.id, unit]));
    const members = (await db.members.toArray()).filter(({ removed, state }) => !removed && !gone.has(state));
    const rejected = await db.outbox.where('kind').equals('rejected').toArray();
    return {
      homes: Object.fromEntries(members.map(({ id, unitId }) => [id, unitId ?? ''])),
      adrift: members
        .filter(({ unitId }) => {
          const unit = units.get(unitId ?? '');
          return unit === undefined || unit.removed || unit.validTo !== null;
        })
        .map(({ name }) => name.full),
      conflicts: (await acts.listConflicts(office)).length,
      refused: rejected.map(({ state }) => (state.kind === 'rejected' ? state.reason : state.kind)).sort(),
    };
  });
}

/** Members per cell on a day, as a PC tells them; `back`: days before today. */
export function peopleOnDay(pc: OfficePc, back: number): Promise<Readonly<Record<string, readonly string[]>>> {
  return pc.page.evaluate(async (days) => {
    const { office, acts } = window.officeForTests as TestHandle;
    const day = new Date(Date.parse(`${office.today()}T12:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
    const { units, members } = await acts.readTreeOnDay(office, day as ReturnType<typeof office.today>);
    return Object.fromEntries(
      units.flatMap(({ id }) => {
        const own = (members.get(id) ?? []).map((each) => each.id).sort();
        return own.length === 0 ? [] : [[id, own] as const];
      }),
    );
  }, back);
}

/** The organisation a record of work lies with on a PC. */
export function holderAt(pc: OfficePc, table: 'meetings' | 'ratings', id: string): Promise<string | undefined> {
  return pc.page.evaluate(
    async ({ table: name, id: key }) => {
      const { db } = (window.officeForTests as TestHandle).office;
      return (await (name === 'meetings' ? db.meetings.get(key) : db.ratings.get(key)))?.unitId;
    },
    { table, id },
  );
}
