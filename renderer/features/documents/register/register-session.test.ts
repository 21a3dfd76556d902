import { expect, test } from 'vitest';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { emptySession, holdsWork, nextSession, withFile } from './register-session.ts';
import type { TakenFile } from '#renderer/platform/take-in-file.ts';

const today = toPlainDate('2026-11-22');
const taken = (name: string, firstPageText = ''): TakenFile => ({
  file: { hash: name.padEnd(64, '0'), name, size: 10, mime: 'application/pdf', pages: 1 },
  firstPageText,
  hasText: true,
});

test('the first file stands beside the form, the others wait in order', () => {
  const session = withFile(
    withFile(withFile(emptySession(today), taken('a.pdf'), today), taken('b.pdf'), today),
    taken('c.pdf'),
    today,
  );
  expect(session.file?.name).toBe('a.pdf');
  expect(session.waiting.map(({ file }) => file.name)).toEqual(['b.pdf', 'c.pdf']);
  expect([session.at, session.total]).toEqual([1, 3]);
  const next = nextSession(session, session.file, today);
  expect([next.file?.name, next.at, next.total]).toEqual(['b.pdf', 2, 3]);
});

test('what the file says is filled in and marked, what a person typed is left alone', () => {
  const page = 'Số 84-KH/TU\nngày 19 tháng 11 năm 2026';
  const fresh = withFile(emptySession(today), taken('a.pdf', page), today);
  expect(fresh.values.symbol).toBe('84-KH/TU');
  expect(fresh.marked).toEqual(['symbol', 'issuedOn']);
  const typed = { ...emptySession(today), values: { ...emptySession(today).values, symbol: '01-BC/ĐU' } };
  const kept = withFile(typed, taken('a.pdf', page), today);
  expect(kept.values.symbol).toBe('01-BC/ĐU');
  expect(kept.marked).toEqual(['issuedOn']);
});

test('a secret paper takes no file: it waits for the next form', () => {
  const secret = { ...emptySession(today), values: { ...emptySession(today).values, secrecy: 'secret' as const } };
  const session = withFile(secret, taken('a.pdf'), today);
  expect(session.file).toBeNull();
  expect(session.waiting).toHaveLength(1);
});

test('channel and routing stay for the next paper, the rest is empty', () => {
  const session = emptySession(today);
  const next = nextSession(
    { ...session, values: { ...session.values, channel: 'usb', routing: 'unit:u1', abstract: 'x' } },
    null,
    today,
  );
  expect(next.values).toMatchObject({ channel: 'usb', routing: 'unit:u1', abstract: '' });
  expect(holdsWork(next)).toBe(false);
});

test('a file that came beside the form while another paper was being saved is the next one', () => {
  const session = withFile(withFile(emptySession(today), taken('b.pdf'), today), taken('c.pdf'), today);
  const next = nextSession(session, null, today);
  expect(next.file?.name).toBe('b.pdf');
  expect(next.waiting.map(({ file }) => file.name)).toEqual(['c.pdf']);
});
