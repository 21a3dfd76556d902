import { Socket } from 'node:net';
import { expect, it } from 'vitest';
import { createInTurn } from './in-turn.ts';

/** A work that has begun and ends when it is told to. */
function heldWork(name: string, seen: string[]): { readonly work: () => Promise<void>; readonly end: () => void } {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  const work = async (): Promise<void> => {
    seen.push(`${name} begins`);
    await ended;
    seen.push(`${name} ends`);
  };
  return { work, end: () => end() };
}

const calm = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 10));

it('begins what came behind on one connection when the one before is done, and does not wait for other connections', async () => {
  const inTurn = createInTurn();
  const [here, there] = [new Socket(), new Socket()];
  const seen: string[] = [];
  const [first, second, other] = ['first', 'second', 'other'].map((name) => heldWork(name, seen));
  if (first === undefined || second === undefined || other === undefined) throw new Error('three works');
  const all = [inTurn(here, first.work), inTurn(here, second.work), inTurn(there, other.work)];
  second.end();
  other.end();
  await calm();
  expect(seen).toEqual(['first begins', 'other begins', 'other ends']);
  first.end();
  await Promise.all(all);
  expect(seen.slice(3)).toEqual(['first ends', 'second begins', 'second ends']);
});

it('goes on behind a work that failed', async () => {
  const inTurn = createInTurn();
  const connection = new Socket();
  const failing = inTurn(connection, () => Promise.reject(new Error('cut')));
  const next = inTurn(connection, () => Promise.resolve('done'));
  await expect(failing).rejects.toThrow('cut');
  expect(await next).toBe('done');
});
