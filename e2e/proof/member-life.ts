/**
 * A member through every kind of event on two PCs in turn, each on a decision, some without a line: the record as it stood on each day before, at and after
 * every event is, on both PCs, what was written down by hand. Two people answer for a day that is put right; events entered wrongly are taken out again.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generatePdf } from '#e2e/sample/paper-pdf.ts';
import { enrolSamplePc } from '#e2e/sample/sample-pc.ts';
import { samplePlaces } from '#e2e/sample/place-table.ts';
import { createRandom, createSampleIds } from '#e2e/sample/random.ts';
import { seedProvince } from '#e2e/sample/seed-province.ts';
import {
  expectedAbroad,
  expectedDiscipline,
  expectedRecord,
  lifeStory,
  MADE_ON,
  offlineFrom,
  offlineTo,
  WRONG_ADMISSION,
  type StoryCell,
  type StoryEvent,
} from '#e2e/office/life-story.ts';
import { confirmAt, pastStoryAt, proposeAt, recordEventAt, untilAt, voidEventAt } from '#e2e/office/life-work.ts';
import { OfficePc } from '#e2e/office/office-pc.ts';
import { presentFiles } from '#e2e/office/office-work.ts';
import { expectEqual, runProof } from '#e2e/office/run-proof.ts';
import { memberProposalsText } from '#renderer/messages/member-proposals.ts';
import { fakeEvent } from '#renderer/platform/fake-event.ts';
import { startServer } from '#server/start-server.ts';
import { must } from '#shared/base/must.ts';
import { splitPersonName } from '#shared/base/person-name.ts';
import { addDays, dateOfInstant, startOfDayMs, toPlainDate, type PlainDate } from '#shared/base/plain-date.ts';
import { blankMember } from '#shared/domain/member/blank-member.ts';
import { defaultMemberRules } from '#shared/domain/member/member-rules.ts';
import { disciplinesOn } from '#shared/domain/member-life/discipline.ts';
import { eventKinds } from '#shared/domain/member-life/event-kind-table.ts';
import { findTellingEvent, lifeOn, recordOn } from '#shared/domain/member-life/record-on-day.ts';

const NAME = splitPersonName('Nông Thị Đào');
const NAME_PUT_RIGHT = splitPersonName('Nông Thị Đáo');

await runProof('member-life', async ({ say, onEnd }) => {
  const began = Date.now();
  const since = (): string => `${((Date.now() - began) / 1000).toFixed(1)} s`;
  const dataDir = await mkdtemp(join(tmpdir(), 'hosoxa-life-'));
  onEnd(() => rm(dataDir, { recursive: true, force: true }));
  let server = await startServer({ dataDir });
  onEnd(() => server.stop());
  const place = samplePlaces[0];
  const today = dateOfInstant(Date.now());
  const order = { seed: 5, documents: 1, members: 8, outgoing: 1, today, files: 0, place };
  const commune = await seedProvince(server, order, Date.now);
  const whoIs = (role: 'office-head' | 'officer'): string =>
    must(
      commune.staff.find(({ fields }) => fields.role === role),
      `somebody is ${role}`,
    ).id;
  const [head, officer] = [whoIs('office-head'), whoIs('officer')];
  const cells = commune.units.filter(({ fields }) => fields.kind === 'cell');
  const cellIds: Readonly<Record<StoryCell, string>> = {
    A: must(cells[0], 'a first cell').id,
    B: must(cells[1], 'a second cell').id,
  };
  const memberId = createSampleIds(createRandom('life'))(startOfDayMs(toPlainDate(MADE_ON)) + 3_600_000);
  const third = await enrolSamplePc(server.url, await server.createCode(place.id), 'Máy thứ ba', Date.now);
  onEnd(() => third.close());
  const fields = { ...blankMember, name: NAME, state: 'candidate', unitId: cellIds.A };
  await third.send([{ t: 'set', type: 'member', id: memberId, f: fields }], officer);
  const [one, two] = await Promise.all([
    OfficePc.join(server, place.id, 'Máy một', true, { role: 'office-head' }),
    OfficePc.join(server, place.id, 'Máy hai', false, { role: 'officer' }),
  ]);
  for (const pc of [one, two]) onEnd(() => pc.discard());
  await Promise.all([one.settle(), two.settle()]);
  expectEqual(
    eventKinds.filter((kind) => !lifeStory.some((event) => event.kind === kind)),
    [],
    'kinds of events that are not in the life',
  );
  say(`two PCs joined: ${since()}`);

  /* Event after event, in turn; two of them, and a wrong one, without a line. */
  const ids: string[] = [];
  const record = async (event: StoryEvent, number: number): Promise<void> => {
    const [from, to] = event.pc === 1 ? [one, two] : [two, one];
    const id = await recordEventAt(from, memberId, draftOf(event, number, cellIds));
    ids[number - 1] = id;
    const isOffline = number - 1 >= offlineFrom && number - 1 <= offlineTo;
    // Whoever goes on must know what went before.
    if (!isOffline && lifeStory[number]?.pc !== event.pc) await untilAt(from, to, { table: 'memberEvents', id, f: {} });
  };
  for (const [at, event] of lifeStory.slice(0, offlineFrom).entries()) await record(event, at + 1);
  const { port } = server;
  await server.stop();
  for (const at of [offlineFrom, offlineTo]) await record(must(lifeStory[at], 'an event'), at + 1);
  const wrongMove = await recordEventAt(
    one,
    memberId,
    fakeEvent('moved', '2000-02-01', { unitId: cellIds.A, decision: decisionOf('900-QĐ/ĐU', '2000-01-30') }),
  );
  server = await startServer({ dataDir, port });
  await Promise.all([one.settle(), two.settle()]);
  await Promise.all([one.settle(), two.settle()]);
  for (const pc of [one, two])
    expectEqual((await recordAt(pc, toPlainDate('2000-02-01'))).unitId, cellIds.A, `${pc.name}: the wrong move counts`);
  await voidEventAt(two, wrongMove, 'Ghi nhầm người');
  await untilAt(two, one, { table: 'memberEvents', id: wrongMove, f: { state: 'void' } });
  for (const [at, event] of lifeStory.entries()) {
    if (at <= offlineTo) continue;
    if (event.kind === 'badge') await dieAndComeBack();
    await record(event, at + 1);
  }
  say(
    `${lifeStory.length} events of ${eventKinds.length} kinds recorded in turn, three without a line, two wrong ones taken out: ${since()}`,
  );

  /* Two people: the day of admission and the name are put right. */
  const proposals = [
    await proposeAt(one, memberId, { admittedOn: '1994-10-16' }),
    await proposeAt(one, memberId, { name: NAME_PUT_RIGHT }),
  ];
  for (const id of proposals) expectEqual(await confirmAt(one, id), 'own-proposal', 'nobody confirms alone on a PC');
  await one.settle();
  expectEqual(await forge(), ['own-proposal', 'second-person-wanted', 'second-person-wanted'], 'nor at the province');
  for (const id of proposals) await untilAt(one, two, { table: 'memberChanges', id, f: { state: 'proposed' } });
  await confirmOnScreen(two, memberId, proposals.length);
  for (const id of proposals) await untilAt(two, one, { table: 'memberChanges', id, f: { state: 'confirmed' } });
  await Promise.all([one.settle(), two.settle()]);
  say(`a day and a name put right by two people: refused to one alone on the PC and at the province: ${since()}`);

  /* The record as it stood. */
  const days = [
    ...new Set([
      MADE_ON,
      ...lifeStory.map(({ on }) => on),
      ...expectedRecord.map(([from]) => from),
      WRONG_ADMISSION,
      '2000-02-01',
      '2019-05-05',
      today,
    ]),
  ]
    .map(toPlainDate)
    .flatMap((day) => [addDays(day, -1), day, addDays(day, 1)])
    .filter((day) => day >= MADE_ON && day <= today);
  let compared = 0;
  for (const pc of [one, two]) compared += await expectDays(pc, [...new Set(days)].sort());
  await expectFile();
  say(`${compared} values on ${new Set(days).size} days equal those written by hand, on each PC: ${since()}`);
  return `${lifeStory.length} events of ${eventKinds.length} kinds on 2 PCs, ${compared} values on ${new Set(days).size} days as by hand, two people asked`;

  /** Somebody is entered as deceased, wrongly, on one PC, and taken out on the other. */
  async function dieAndComeBack(): Promise<void> {
    const id = await recordEventAt(one, memberId, fakeEvent('deceased', '2019-05-05', { decision: null }));
    await untilAt(one, two, { table: 'members', id: memberId, f: { state: 'deceased' } });
    await voidEventAt(two, id, 'Nhầm với người trùng tên');
    await untilAt(two, one, { table: 'members', id: memberId, f: { state: 'official' } });
  }

  /** The proposer confirms in his own name past the PC's own check; writes the value; and another writes it without a confirmation. */
  async function forge(): Promise<string[]> {
    const base = Number.MAX_SAFE_INTEGER;
    const f = { state: 'confirmed', decidedBy: head, decidedAt: new Date(Date.now()).toISOString() };
    const admittedOn = { t: 'set', type: 'member', id: memberId, base, f: { admittedOn: '1994-10-16' } } as const;
    const outcomes = [
      ...(await third.offer(
        [{ t: 'set', type: 'memberChange', id: must(proposals[0], 'one'), base, f }, admittedOn],
        head,
      )),
      ...(await third.offer([admittedOn], officer)),
    ];
    return outcomes.map((outcome) => (outcome.kind === 'rejected' ? outcome.reason : outcome.kind));
  }

  async function recordAt(pc: OfficePc, day: PlainDate): Promise<ReturnType<typeof recordOn>['values']> {
    const { story, edits } = await pastStoryAt(pc, memberId);
    return recordOn(story, edits, day).values;
  }

  /** Compares each day with the table; how many values were compared. */
  async function expectDays(pc: OfficePc, all: readonly PlainDate[]): Promise<number> {
    const { story, edits } = await pastStoryAt(pc, memberId);
    let values = 0;
    for (const day of all) {
      const line = must(
        expectedRecord.findLast(([from]) => from <= day),
        'the table begins with the record',
      );
      const [, state, stage, cell, admittedOn, readmittedOn, officialOn, card, by] = line;
      const told = recordOn(story, edits, day).values;
      const found = {
        state: told.state,
        stage: told.candidateStage,
        cell: told.unitId,
        admittedOn: told.admittedOn,
        readmittedOn: told.readmittedOn,
        officialOn: told.officialOn,
        card: told.cardNumber,
        name: told.name.full,
        rests: ids.indexOf(findTellingEvent(story, 'state', day)?.id ?? '') + 1,
        disciplined: disciplinesOn(story.events, day, defaultMemberRules).length > 0,
        abroad: lifeOn(story, day).isAbroad,
      };
      const isWithin = (spans: readonly (readonly [string, string])[]): boolean =>
        spans.some(([from, to]) => from <= day && day <= to);
      const wanted = {
        ...{ state, stage, cell: cellIds[cell], admittedOn, readmittedOn, officialOn, card },
        name: (day < today ? NAME : NAME_PUT_RIGHT).full,
        rests: by,
        disciplined: isWithin(expectedDiscipline),
        abroad: isWithin(expectedAbroad),
      };
      expectEqual<unknown>(found, wanted, `${pc.name}: the record on ${day}`);
      values += Object.keys(wanted).length;
    }
    const last = must(expectedRecord.at(-1), 'a last line');
    expectEqual<unknown>(
      [story.member.state, story.member.unitId, story.member.admittedOn, story.member.name.full],
      [last[1], cellIds[last[3]], last[4], NAME_PUT_RIGHT.full],
      `${pc.name}: the record of today`,
    );
    return values + 4;
  }

  /** The file of a decision goes with its event to the other PC. */
  async function expectFile(): Promise<void> {
    const facts = {
      symbol: '99-QĐ/ĐU',
      issuedOn: null,
      issuer: 'Đảng uỷ xã',
      typeId: null,
      abstract: 'Khen',
      signer: '',
    };
    const bytes = await generatePdf({ seed: 'life', facts: { ...facts, urgency: 'normal' } });
    const reward = fakeEvent('rewarded', '2026-09-02', {
      form: 'title',
      decision: decisionOf('99-QĐ/ĐU', '2026-09-01'),
    });
    const id = await recordEventAt(one, memberId, reward, Buffer.from(bytes).toString('base64'));
    await one.settle();
    await two.settle();
    const hashes = await two.page.evaluate(async (eventId) => {
      const rows = await window.officeForTests?.office.db.attachments.where('documentId').equals(eventId).toArray();
      return (rows ?? []).map(({ hash }) => hash);
    }, id);
    expectEqual(hashes.length, 1, 'the decision has its file');
    expectEqual(await presentFiles(two, hashes), hashes, 'and the file is on the other PC');
  }
});

/** The second person looks at the record and confirms what waits there. */
async function confirmOnScreen(pc: OfficePc, memberId: string, count: number): Promise<void> {
  await pc.page.evaluate((id) => {
    window.location.hash = `#/members/${id}`;
  }, memberId);
  for (let left = count; left > 0; left -= 1) {
    const buttons = pc.page.getByRole('button', { name: memberProposalsText.confirm, exact: true });
    await buttons.nth(left - 1).waitFor();
    await buttons.first().click();
    await buttons.nth(left - 1).waitFor({ state: 'detached' });
  }
}

function draftOf(
  event: StoryEvent,
  number: number,
  cellIds: Readonly<Record<StoryCell, string>>,
): ReturnType<typeof fakeEvent> {
  const { on, kind, cell, more = {} } = event;
  const { until, ...rest } = more;
  return fakeEvent(kind, on, {
    ...rest,
    unitId: cell === undefined ? null : cellIds[cell],
    until: until === undefined ? null : toPlainDate(until),
    years: kind === 'badge' ? 30 : null,
    decision: kind === 'deceased' ? null : decisionOf(`${String(number)}-QĐ/ĐU`, on),
  });
}

function decisionOf(symbol: string, on: string): ReturnType<typeof fakeEvent>['decision'] {
  return { symbol, issuedOn: toPlainDate(on), issuer: 'Đảng uỷ xã Nà Lầu', signer: 'Lương Văn Mẫu' };
}
