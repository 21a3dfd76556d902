import { readdir, readFile } from 'node:fs/promises';
import type { OfficePc } from './office-pc.ts';

/** All processes of the program at once, as a power cut ends them. */
export async function killProgram(pc: OfficePc): Promise<void> {
  const root = pc.app.process().pid;
  if (root === undefined) throw new Error('the program runs');
  const ended = new Promise((resolve) => pc.app.process().once('exit', resolve));
  for (const pid of await listFamily(root)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // it ended by itself meanwhile
    }
  }
  await ended;
}

/** A process and all below it. */
async function listFamily(root: number): Promise<readonly number[]> {
  const parents = new Map<number, number>();
  for (const entry of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const text = await readFile(`/proc/${entry}/stat`, 'utf8').catch(() => '');
    parents.set(Number(entry), Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[1]));
  }
  const isBelow = (pid: number): boolean =>
    pid === root || (pid > 1 && parents.has(pid) && isBelow(parents.get(pid) ?? 0));
  return [root, ...[...parents.keys()].filter((pid) => pid !== root && isBelow(pid))];
}
