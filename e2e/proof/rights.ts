// Every action that reaches the province, by every role and by people who are none, through a real server: done where the table allows it, refused by name where not.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { expectEqual, expectThat, runProof } from '#e2e/office/run-proof.ts';
import { enrolSamplePc, type SampleAct, type SamplePc } from '#e2e/sample/sample-pc.ts';
import { startServer, type RunningServer } from '#server/start-server.ts';
import { findRunningPostgres } from '#server/storage/embedded-postgres.ts';
import { must } from '#shared/base/must.ts';
import { actions, mayAct } from '#shared/domain/rights/rights-table.ts';
import { staffRoleSchema, type StaffRole } from '#shared/domain/staff/staff-record.ts';
import type { Outcome } from '#shared/sync/op.ts';
import { actionsOfThePc, createRightsCases } from './rights-acts.ts';
import { deliverMembers, untilRefused } from './rights-arrivals.ts';
import type { RightsCase } from './rights-case.ts';
import { tryDirectSql } from './rights-direct-sql.ts';
import { createProofCells, type ProofCells, type ProofOthers } from './rights-member-acts.ts';

/** Somebody, or nobody, who acts. `role`: what the province should judge by. */
type Actor = { readonly label: string; readonly by: string; readonly role: StaffRole | undefined };

const COMMUNES = ['na-lau', 'po-khau'] as const;

await runProof('rights', async ({ say, onEnd }) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'hosoxa-rights-'));
  onEnd(() => rm(dataDir, { recursive: true, force: true }));
  const server = await startServer({ dataDir });
  onEnd(() => server.stop());
  const [pc, foreignPc] = [await enrol(server, COMMUNES[0]), await enrol(server, COMMUNES[1])];
  onEnd(() => Promise.all([pc.close(), foreignPc.close()]));

  const cells = createProofCells();
  const [actors, foreigner] = [await putInPeople(pc, cells), (await putInPeople(foreignPc, createProofCells()))[0]];
  const everybody = [...actors, { label: 'head of another commune', by: foreigner?.by ?? '', role: undefined }];
  const register = must(
    (await pc.pull()).find(({ type }) => type === 'register'),
    'the commune has its book',
  );
  const head = must(
    actors.find(({ role }) => role === 'office-head'),
    'there is a head',
  ).by;
  const officer = must(
    actors.find(({ role }) => role === 'officer'),
    'there is an officer',
  ).by;
  const arrivals = await deliverMembers(server, foreignPc, foreigner?.by ?? '', COMMUNES[0], everybody.length);
  const othersFor = (at: number): ProofOthers => ({
    proposer: everybody[at]?.by === head ? officer : head,
    arrivalId: must(arrivals[at], 'somebody comes for each who tries'),
  });
  const cases = createRightsCases(register, head, cells, othersFor(0));
  const covered = new Set(cases.map(({ action }) => action));
  expectEqual(
    actions.filter((action) => !covered.has(action)),
    actionsOfThePc,
    'actions no case tries',
  );

  let [done, refused] = [0, 0];
  for (const [at, actor] of everybody.entries()) {
    const others = othersFor(at);
    const verdict = await tryAll(
      server,
      pc,
      [head, others.proposer],
      actor,
      createRightsCases(register, actor.by, cells, others),
    );
    done += verdict.done;
    refused += verdict.refused;
    say(`${actor.label}: ${verdict.done} done, ${verdict.refused} refused`);
  }

  const crossings = await tryForeignPc(server, pc, foreignPc, head);
  say(`a PC of another commune: ${crossings} attempts refused`);
  await pc.offer([waitingAct()], head);
  const url = must(await findRunningPostgres(dataDir), 'the database runs');
  const direct = await tryDirectSql(url, COMMUNES[1], COMMUNES[0]);
  say(`direct SQL as the server's own role: ${direct.attempts} attempts on ${direct.tables} tables refused`);
  const tried = cases.length * everybody.length;
  expectEqual(done + refused, tried, 'acts judged');
  return `${tried} acts of ${covered.size} actions × ${everybody.length} actors: ${done} done, ${refused} refused; ${crossings + direct.attempts} crossings refused`;
});

async function enrol(server: RunningServer, id: string): Promise<SamplePc> {
  await server.createCommune({ id, name: `xã ${id}`, province: 'tỉnh Cao Bằng' });
  return enrolSamplePc(server.url, await server.createCode(id), 'Máy thử', Date.now);
}

/** The cells, and one person of each role, the head first, as an office begins; one who has gone; and two who never were. */
async function putInPeople(pc: SamplePc, { own, below, other }: ProofCells): Promise<readonly Actor[]> {
  const name = { full: 'Nông Thị Hoa', family: 'Nông', middle: 'Thị', given: 'Hoa' };
  const person = (role: StaffRole, active: boolean): SampleAct => ({
    t: 'set',
    type: 'staff',
    id: uuidv7(),
    f: { name, post: '', role, unitId: role === 'cell-secretary' ? own.id : null, order: 1, active },
  });
  const roles = ['office-head' as const, ...staffRoleSchema.options.filter((role) => role !== 'office-head')];
  const people = roles.map((role) => ({ role, act: person(role, true) }));
  const [gone, removed] = [person('office-head', false), person('office-head', true)];
  const head = must(people[0], 'the head comes first').act.id;
  await pc.send(
    [
      ...people.map(({ act }) => act),
      own,
      below,
      other,
      gone,
      removed,
      { t: 'del', type: 'staff', id: removed.id, f: {} },
    ],
    head,
  );
  return [
    ...people.map(({ role, act }) => ({ label: role, by: act.id, role })),
    { label: 'inactive head', by: gone.id, role: undefined },
    { label: 'removed head', by: removed.id, role: undefined },
    { label: 'unknown person', by: uuidv7(), role: undefined },
    { label: 'nobody', by: '', role: undefined },
  ];
}

/** Tries every case as this actor: its outcome, and that exactly what was allowed left a trace. */
async function tryAll(
  server: RunningServer,
  pc: SamplePc,
  [head, proposer]: readonly [head: string, proposer: string],
  actor: Actor,
  cases: readonly RightsCase[],
): Promise<{ done: number; refused: number }> {
  await pc.send([...new Set(cases.flatMap(({ needs }) => needs))], head);
  await pc.send(
    cases.flatMap(({ needsOfOther = [] }) => needsOfOther),
    proposer,
  );
  const before = await sequences(server);
  const outcomes = await pc.offer(
    cases.map(({ act }) => act),
    actor.by,
  );
  const answered = cases.find(({ act }, at) => act.type === 'memberArrival' && outcomes[at]?.kind === 'ok');
  if (answered !== undefined) await untilRefused(server, COMMUNES[0], answered.act.id);
  const after = await sequences(server);
  const allowed = new Set<string>();
  for (const [at, aCase] of cases.entries()) {
    const { action, act, cell } = aCase;
    const expected = expectedOf(actor, aCase);
    const where = cell === 'foreign' ? ' of a cell not the secretary’s' : '';
    expectEqual(wordOf(outcomes[at]), expected, `${action} (${act.t} ${act.type}${where}) by ${actor.label}`);
    if (expected === 'ok') allowed.add(act.id);
  }
  const changed = [...after].flatMap(([id, seq]) => (before.get(id) === seq ? [] : [id]));
  expectEqual(changed.sort(), [...allowed].sort(), `records that changed by ${actor.label}`);
  const done = outcomes.filter(({ kind }) => kind === 'ok').length;
  return { done, refused: outcomes.length - done };
}

/** What the table says: a cell's secretary acts in the own cell and those below it, others everywhere. */
function expectedOf({ role }: Actor, { action, cell }: RightsCase): string {
  if (role === undefined) return 'person-unknown';
  if (!mayAct(role, action)) return 'not-your-role';
  return cell === 'foreign' && role === 'cell-secretary' ? 'not-your-cell' : 'ok';
}

/** A PC of another commune names our stream, our people and our records. */
async function tryForeignPc(server: RunningServer, pc: SamplePc, foreignPc: SamplePc, head: string): Promise<number> {
  const stream = must(pc.device.streams[0], 'a commune has a stream');
  const known = must(
    (await pc.pull()).find(({ type }) => type === 'document'),
    'there is a document',
  );
  const before = JSON.stringify(await server.recordsOf(COMMUNES[0]));
  const act: SampleAct = { t: 'set', type: 'document', id: known.id, f: { note: 'của xã khác' } };
  const outcomes = await foreignPc.offer(
    [
      { ...act, stream },
      { t: 'del', type: 'document', id: known.id, f: {}, stream },
      { ...act, stream: 'province' },
      { ...act, base: 5 },
    ],
    head,
  );
  expectEqual(
    outcomes.map(wordOf),
    ['not-your-stream', 'not-your-stream', 'read-only-stream', 'record-missing'],
    'what a PC of another commune may do to our records',
  );
  const shown = JSON.stringify(await foreignPc.pull());
  expectThat(
    shown,
    (text) => !text.includes(known.id) && !text.includes(head),
    'a foreign PC is shown nothing of ours',
  );
  expectThat(
    JSON.stringify(await server.recordsOf(COMMUNES[0])),
    (after) => after === before,
    'nothing of ours changed',
  );
  return outcomes.length + 2;
}

/** Something that waits for a parent that never comes, so that the table of waiting ops has a row. */
function waitingAct(): SampleAct {
  const f = {
    documentId: uuidv7(),
    authorId: uuidv7(),
    text: 'Giao',
    leadUnitId: null,
    leadStaffId: null,
    supportUnitIds: [],
    dueOn: null,
    givenAt: '2026-11-20T02:00:00.000Z',
  };
  return { t: 'set', type: 'directive', id: uuidv7(), f };
}

async function sequences(server: RunningServer): Promise<Map<string, number>> {
  return new Map((await server.recordsOf(COMMUNES[0])).map(({ id, seq }) => [id, seq]));
}

function wordOf(outcome: Outcome | undefined): string {
  if (outcome === undefined) return 'no outcome';
  return outcome.kind === 'rejected' ? outcome.reason : outcome.kind;
}
