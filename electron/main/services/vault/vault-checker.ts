import { readFile } from 'node:fs/promises';
import { setTimeout as rest } from 'node:timers/promises';
import { z } from 'zod';
import { fileHashSchema } from '#shared/base/ids.ts';
import type { VaultReport } from '#shared/contract/disk-facts.ts';
import { writeFileAtomically } from '../disk/atomic-file.ts';

/** Looks over all files, slowly, while people work. */
export type VaultChecker = {
  /** Begins in the background, unless one runs. `known`: hashes that records name; null when nobody said: what is missing or orphaned then stays as last found. */
  readonly check: (known: readonly string[] | null) => void;
  readonly report: () => VaultReport;
  /** When the running look has ended. */
  readonly settled: () => Promise<void>;
};

/** What the checker asks of the vault. `verify` sets a changed file aside; undefined: not now, the PC is locked. */
export type CheckedVault = {
  readonly list: () => Promise<readonly string[]>;
  readonly isPresent: (hash: string) => Promise<boolean>;
  readonly verify: (hash: string) => Promise<'sound' | 'changed' | undefined>;
};

const hashes = z.array(fileHashSchema);
const fileSchema = z.object({
  checkedAt: z.number().nullable(),
  files: z.int(),
  missing: hashes,
  changed: hashes,
  orphaned: hashes,
});
type Findings = Omit<VaultReport, 'running'>;

/** Opens the checker with what was found the last time (`path`); a report that cannot be read is none. */
export async function openVaultChecker(
  vault: CheckedVault,
  path: string,
  now: () => number,
  report: (cause: unknown) => void,
  onChecked: (findings: VaultReport) => void = () => undefined,
): Promise<VaultChecker> {
  let findings = await readFindings(path);
  let running: VaultReport['running'] = null;
  let work: Promise<void> = Promise.resolve();

  async function run(known: readonly string[] | null): Promise<void> {
    const present = await vault.list();
    const changed: string[] = [];
    for (const [done, hash] of present.entries()) {
      running = { done, total: present.length };
      const started = performance.now();
      const verdict = await vault.verify(hash);
      if (verdict === undefined) return; // locked: begun anew after the next opening
      if (verdict === 'changed') changed.push(hash);
      await rest(Math.min(1000, performance.now() - started)); // half the time is the others'
    }
    const here = new Set(present.filter((hash) => !changed.includes(hash)));
    const named = known === null ? undefined : new Set(known);
    findings = {
      checkedAt: now(),
      files: here.size,
      missing: await keepAbsent(known ?? findings.missing),
      changed,
      orphaned:
        named === undefined
          ? findings.orphaned.filter((hash) => here.has(hash))
          : [...here].filter((hash) => !named.has(hash)),
    };
    onChecked({ ...findings, running: null });
    await writeFileAtomically(path, JSON.stringify(findings));
  }

  async function keepAbsent(wanted: readonly string[]): Promise<readonly string[]> {
    const absent: string[] = [];
    for (const hash of wanted) if (!(await vault.isPresent(hash))) absent.push(hash);
    return absent;
  }

  return {
    check(known) {
      if (running !== null) return;
      running = { done: 0, total: 0 };
      work = run(known)
        .catch(report)
        .finally(() => (running = null));
    },
    report: () => ({ ...findings, running }),
    settled: () => work,
  };
}

async function readFindings(path: string): Promise<Findings> {
  const none: Findings = { checkedAt: null, files: 0, missing: [], changed: [], orphaned: [] };
  try {
    return fileSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return none;
  }
}
