import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { uuidv7 } from 'uuidv7';
import type { SampleAct, SamplePc } from '#e2e/sample/sample-pc.ts';
import { newDocument } from '#server/test-office.ts';

const PIECE_BYTES = 48 * 1024;
const PIECES_AT_MOST = 3;
const RETRY_MS = 60;

/** Longer than all kills together, also on a slow machine: what fails for so long will not succeed. */
const HOPELESS_MS = 60_000;

/** Between two batches, two files: an office that is busy, not a load test. */
const PAUSE_MS = 8;

/** What the province acknowledged to a PC: papers with the note last written on each, numbers given, files. */
export type Acknowledged = {
  readonly notes: Map<string, string>;
  readonly numbers: Map<string, number>;
  readonly files: Set<string>;
  ops: number;
};

/** An office PC that never stops writing papers and sending files, and remembers what was acknowledged. */
export type BusyPc = {
  readonly acknowledged: Acknowledged;
  /** Requests under way at this moment. */
  readonly underWay: () => { readonly pushes: number; readonly uploads: number };
  /** Ends its work; everything it wrote is acknowledged then. */
  readonly finish: () => Promise<void>;
  /** Ends its work whatever stands. */
  readonly giveUp: () => void;
};

/** Sets a PC to work. `holdsBook`: it numbers its papers. */
export function setToWork(pc: SamplePc, head: string, holdsBook: boolean): BusyPc {
  const acknowledged: Acknowledged = { notes: new Map(), numbers: new Map(), files: new Set(), ops: 0 };
  const underWay = { pushes: 0, uploads: 0 };
  let isOver = false;
  let isGivenUp = false;
  let number = 0;

  const patiently = async <T>(what: keyof typeof underWay, attempt: () => Promise<T>): Promise<T> => {
    const since = performance.now();
    const causes = new Set<string>();
    for (;;) {
      underWay[what] += 1;
      try {
        return await attempt();
      } catch (cause) {
        causes.add(cause instanceof Error ? cause.message : String(cause));
        const isHopeless = isGivenUp || performance.now() - since > HOPELESS_MS;
        if (isHopeless) throw new Error(`${what} failed for good: ${[...causes].join('; ')}`, { cause });
        await wait(RETRY_MS); // killed: what was not acknowledged is sent again
      } finally {
        underWay[what] -= 1;
      }
    }
  };

  const write = async (): Promise<void> => {
    while (!isOver) {
      const papers = Array.from({ length: 4 }, () => newPaper(holdsBook ? (number += 1) : null));
      const notes = papers.map((paper): SampleAct => ({ ...paper, f: { note: `sửa ${paper.id}` } }));
      let acts = [...papers, ...notes];
      let taken = 0;
      await patiently('pushes', async () => {
        const offered = acts;
        acts = []; // the PC keeps what it could not send
        taken += (await pc.offer(offered, head)).filter(({ kind }) => kind === 'ok').length;
      });
      if (taken !== papers.length + notes.length) throw new Error(`${taken} of ${papers.length * 2} ops were taken`);
      acknowledged.ops += taken;
      for (const { id, f } of papers) {
        acknowledged.notes.set(id, `sửa ${id}`);
        if (holdsBook) acknowledged.numbers.set(id, Number(f['arrivalNumber']));
      }
      await wait(PAUSE_MS);
    }
  };
  const sendFiles = async (): Promise<void> => {
    while (!isOver) {
      const bytes = randomBytes(PIECE_BYTES * (1 + Math.floor(Math.random() * PIECES_AT_MOST)) - 7);
      acknowledged.files.add(await patiently('uploads', () => pc.upload(bytes, PIECE_BYTES)));
      await wait(PAUSE_MS);
    }
  };
  const work = Promise.all([write(), sendFiles()]);
  work.catch(() => undefined); // told by finish
  return {
    acknowledged,
    underWay: () => ({ ...underWay }),
    async finish() {
      isOver = true;
      await work;
    },
    giveUp() {
      isOver = true;
      isGivenUp = true;
    },
  };
}

function newPaper(arrivalNumber: number | null): SampleAct {
  return { t: 'set', id: uuidv7(), ...newDocument({ arrivalNumber }) };
}
