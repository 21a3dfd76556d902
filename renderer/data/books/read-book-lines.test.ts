import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { FakeCommune, type FakePc } from '#renderer/platform/fake-office.ts';
import { fakeOutgoing } from '#renderer/platform/fake-outgoing.ts';
import { syncOnce } from '#renderer/sync/sync-once.ts';
import { numberOutgoing } from '../outgoing/number-outgoing.ts';
import { createOutgoing, type NewOutgoing } from '../outgoing/outgoing-repository.ts';
import { openRegister } from '../registers/register-repository.ts';
import { readOutgoingLines, readSecretOutgoingLines } from './read-book-lines.ts';

const DAY = toPlainDate('2026-11-20');
const days = { from: DAY, to: DAY };

async function issue({ office }: FakePc, registerId: string, extra: Partial<NewOutgoing>): Promise<void> {
  const made = await createOutgoing(
    office,
    fakeOutgoing('V/v thử', { regime: 'state', typeId: 'state-decision', ...extra }),
  );
  if (!made.ok) throw new Error(made.error.code);
  const given = await numberOutgoing(office, made.value.id, { registerId, issuedOn: DAY });
  if (!given.ok) throw new Error(given.error.code);
}

it('keeps a secret paper out of the ordinary book, where its bare number stands, and in the secret book', async () => {
  const pc = await new FakeCommune().addPc(1);
  pc.office.actor = pc.office.ports.newId();
  await syncOnce(pc);
  const opened = await openRegister(pc.office, {
    book: 'outgoing',
    name: 'Sổ UBND',
    bodyId: null,
    regime: 'state',
    suffix: 'UBND',
    counting: 'year',
    origin: '',
  });
  if (!opened.ok) throw new Error(opened.error.code);
  await issue(pc, opened.value.id, {});
  await issue(pc, opened.value.id, { secrecy: 'secret', abstract: 'Việc không để lộ' });

  const ordinary = await readOutgoingLines(pc.office, opened.value.id, days);
  expect(ordinary).toMatchObject([
    { kind: 'paper', number: 1, row: { secrecy: 'none' } },
    { kind: 'entry', number: 2, row: { kind: 'secret' } },
  ]);
  expect(JSON.stringify(ordinary)).not.toContain('Việc không để lộ');
  const secret = await readSecretOutgoingLines(pc.office, days);
  expect(secret).toMatchObject([
    { kind: 'paper', number: 2, row: { secrecy: 'secret', abstract: 'Việc không để lộ' } },
  ]);
});
