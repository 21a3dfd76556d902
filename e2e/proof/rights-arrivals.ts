import { setTimeout as wait } from 'node:timers/promises';
import { uuidv7 } from 'uuidv7';
import type { SampleAct, SamplePc } from '#e2e/sample/sample-pc.ts';
import type { RunningServer } from '#server/start-server.ts';
import { splitPersonName } from '#shared/base/person-name.ts';
import { blankMember } from '#shared/domain/member/blank-member.ts';
import type { FieldValue } from '#shared/sync/op.ts';

const PATIENCE_MS = 20_000;
const LOOK_AGAIN_MS = 50;

/** Sends so many members of one commune to another, by papers of the paper book; the ids under which they wait there for an answer. */
export async function deliverMembers(
  server: RunningServer,
  from: SamplePc,
  by: string,
  recipient: string,
  count: number,
): Promise<readonly string[]> {
  const pairs = Array.from({ length: count }, (_, at) => travel(recipient, at));
  await from.send(pairs.flat(), by);
  const ids = pairs.map(([, transfer]) => transfer.id);
  await until(async () => {
    const there = new Set((await server.recordsOf(recipient)).map(({ id }) => id));
    return ids.every((id) => there.has(id));
  }, 'the members arrived');
  return ids;
}

/** Waits until the province has done what follows from a refusal. */
export async function untilRefused(server: RunningServer, recipient: string, arrivalId: string): Promise<void> {
  await until(async () => {
    const arrival = (await server.recordsOf(recipient)).find(({ id }) => id === arrivalId);
    return arrival?.f['outcome']?.v === 'refused';
  }, 'the refusal was settled');
}

async function until(isSo: () => Promise<boolean>, what: string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`never: ${what}`);
    await wait(LOOK_AGAIN_MS);
  }
}

function travel(recipient: string, at: number): readonly [member: SampleAct, transfer: SampleAct] {
  const name = splitPersonName(`Lý Thị Mẫu ${String.fromCodePoint(65 + at)}`);
  const known = { name, state: 'official', admittedOn: '2010-02-03', officialOn: '2011-02-03' };
  const member = { ...blankMember, ...known } as unknown as Record<string, FieldValue>;
  const memberId = uuidv7();
  const transfer = {
    ...{ memberId, kind: 'official', recipient, recipientName: 'Đảng uỷ xã nhận', fromUnitId: null, toUnitName: '' },
    ...{ reason: 'Chuyển nơi ở', isStudy: false, askedOn: '2026-11-02', checked: [], feePaidUntil: null },
    ...{ state: 'issued', introductionId: null, introductionNumber: `${String(at + 1)}-GTSHĐ/ĐU` },
    ...{ issuedOn: '2026-11-20', showBy: '2027-01-05', until: null, withdrawReason: '', completedOn: null },
    ...{ endedOn: null, endNote: '' },
  };
  return [
    { t: 'set', type: 'member', id: memberId, f: member },
    { t: 'set', type: 'memberTransfer', id: uuidv7(), f: transfer },
  ];
}
