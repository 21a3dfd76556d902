import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** CPU milliseconds used so far by this process and by PostgreSQL, so that a run on a busy machine can be judged. Linux only; elsewhere 0. */
export function cpuOf(dataDir: string): { readonly server: number; readonly postgres: number } {
  const { user, system } = process.cpuUsage();
  const server = (user + system) / 1000;
  if (process.platform !== 'linux') return { server, postgres: 0 };
  const postmaster = readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0];
  const ticks = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => readStat(pid))
    .filter(({ pid, parent }) => pid === postmaster || parent === postmaster);
  // Connections that ended meanwhile are in the postmaster's account of its children.
  const ended = ticks.find(({ pid }) => pid === postmaster)?.endedMs ?? 0;
  return { server, postgres: ticks.reduce((sum, { ms }) => sum + ms, ended) };
}

/** `endedMs`: of its children that have ended. */
type ProcessUse = { readonly pid: string; readonly parent: string; readonly ms: number; readonly endedMs: number };

/** Parent and CPU milliseconds of a process: fields 4 and 14 to 17 of its stat, in ticks of 10 ms. */
function readStat(pid: string): ProcessUse {
  const fields = existsSync(`/proc/${pid}/stat`)
    ? readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')
    : undefined;
  const ticksOf = (first: number): number => Number(fields?.[first] ?? 0) + Number(fields?.[first + 1] ?? 0);
  return { pid, parent: fields?.[1] ?? '', ms: ticksOf(11) * 10, endedMs: ticksOf(13) * 10 };
}
