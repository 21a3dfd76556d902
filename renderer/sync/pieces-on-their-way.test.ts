import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { allDocuments } from '#renderer/data/documents/document-list.ts';
import { registerDocument } from '#renderer/data/documents/document-repository.ts';
import { saveSetting } from '#renderer/data/settings/setting-repository.ts';
import { FakeCommune, type FakePc } from '#renderer/platform/fake-office.ts';
import { fakePaper } from '#renderer/platform/fake-paper.ts';
import { err, ok } from '#shared/base/result.ts';
import type { DesktopBridge, IpcReply } from '#shared/contract/desktop-bridge.ts';
import { FileMover } from './files.ts';

const PIECE = 100_000;
type Answer = IpcReply<'files:upload-piece'>;

let pc: FakePc;
beforeEach(async () => {
  pc = await new FakeCommune().addPc(1);
});
afterEach(async () => {
  await pc.office.search.list(allDocuments, pc.office.today());
  pc.office.close();
});

/** A line that carries pieces of one size and answers when it is told to, in the order they went. */
class HeldLine {
  /** First digit of each file a piece of which is on its way. */
  readonly onItsWay: string[] = [];
  readonly #answers: ((broken: boolean) => void)[] = [];
  readonly #sent = new Map<string, number>();

  readonly bridge: DesktopBridge = {
    on: pc.desktop.on,
    call: {
      ...pc.desktop.call,
      'files:upload-piece': ({ hash }) => {
        const size = pc.desktop.vault.get(hash)?.length ?? 0;
        const offset = Math.min(size, (this.#sent.get(hash) ?? 0) + PIECE);
        this.#sent.set(hash, offset);
        this.onItsWay.push(hash.charAt(0));
        return new Promise<Answer>((resolve) => {
          this.#answers.push((isBroken) => {
            this.onItsWay.shift();
            resolve(
              isBroken ? err({ code: 'offline' }) : ok({ offset, size, done: offset === size, nextBytes: PIECE }),
            );
          });
        });
      },
    },
  };

  answer(): void {
    this.#answers.shift()?.(false);
  }

  break(): void {
    for (const answer of this.#answers.splice(0)) answer(true);
  }
}

async function paperWith(digit: string, size: number): Promise<void> {
  const hash = digit.repeat(64);
  const file = { hash, name: 'a.pdf', size, mime: 'application/pdf', pages: 1 } as const;
  const saved = await registerDocument(pc.office, fakePaper('1-KH/TU'), [file]);
  if (!saved.ok) throw new Error(saved.error.code);
  pc.desktop.vault.set(hash, new Uint8Array(size));
}

async function moverOn(line: HeldLine): Promise<FileMover> {
  const mover = new FileMover(pc.office, line.bridge);
  await mover.plan();
  return mover;
}

/** Waits until nothing more begins by itself. */
const calm = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 50));

it('sends the next piece while the answer to one is awaited: of the same file as long as there is more of it, then of the next', async () => {
  await paperWith('1', 250_000);
  await paperWith('2', 50_000);
  await paperWith('3', 60_000);
  const line = new HeldLine();
  const mover = await moverOn(line);
  const seen: string[] = [];
  for (let moved = mover.movePiece(); ; moved = mover.movePiece()) {
    await calm();
    seen.push(line.onItsWay.join(''));
    line.answer();
    if ((await moved) === 'nothing') break;
  }
  // Small files first; the first piece goes alone, because nobody knows yet how much one carries.
  expect(seen).toEqual(['2', '31', '11', '11', '1', '']);
  expect(await pc.office.db.localTransfers.where('state').equals('done').count()).toBe(3);
});

it('has pieces on their way counted in the hour', async () => {
  await saveSetting(pc.office, 'line-rules', { night: null, largeMegabytes: 10, hourlyMegabytes: 1 });
  await paperWith('1', 3_000_000);
  const line = new HeldLine();
  const mover = await moverOn(line);
  let gone = 0;
  for (let moved = mover.movePiece(); ; moved = mover.movePiece()) {
    await calm();
    line.answer();
    if ((await moved) === 'nothing') break;
    gone += PIECE;
  }
  expect(gone).toBe(1_000_000);
});

it('knows a piece that was lost with another for part of the same break, and sends again when the line is back', async () => {
  for (const digit of ['1', '2', '3']) await paperWith(digit, 50_000);
  const line = new HeldLine();
  const mover = await moverOn(line);
  const first = mover.movePiece();
  await calm();
  line.answer();
  await first;
  const broken = mover.movePiece();
  await calm();
  expect(line.onItsWay).toHaveLength(2);
  line.break();
  expect(await broken).toBe('no-line');
  const outcomes: string[] = [];
  for (let moved = mover.movePiece(); ; moved = mover.movePiece()) {
    await calm();
    line.answer();
    outcomes.push(await moved);
    if (outcomes.at(-1) === 'nothing') break;
  }
  expect(outcomes).toEqual(['moved', 'moved', 'nothing']);
  expect(await pc.office.db.localTransfers.where('state').equals('done').count()).toBe(3);
});
