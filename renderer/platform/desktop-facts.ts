import type { IpcReply } from '#shared/contract/desktop-bridge.ts';
import type { JournalFacts, VaultReport } from '#shared/contract/disk-facts.ts';
import { callDesktop, getDesktop } from './desktop.ts';

export type { JournalFacts, VaultReport };

/** Facts of the running program. */
export function readAppInfo(): Promise<IpcReply<'app:info'>> {
  return callDesktop(getDesktop(), 'app:info', undefined);
}

/** What this PC is to the province; null until it is enrolled. Needs no key. */
export function readDevice(): Promise<IpcReply<'device:get'>> {
  return callDesktop(getDesktop(), 'device:get', undefined);
}

/** Where the journal stands. */
export function readJournalFacts(): Promise<IpcReply<'journal:facts'>> {
  return callDesktop(getDesktop(), 'journal:facts', undefined);
}

/** Outcome of looking over the files. */
export function readVaultReport(): Promise<IpcReply<'vault:report'>> {
  return callDesktop(getDesktop(), 'vault:report', undefined);
}

/** Looks over all files in the background; `known`: hashes that records name. */
export function checkVault(known: readonly string[]): Promise<IpcReply<'vault:check'>> {
  return callDesktop(getDesktop(), 'vault:check', { known: [...known] });
}

/** Leaves the commune and makes this PC's data unreadable. */
export function handOverPc(passphrase: string): Promise<IpcReply<'device:hand-over'>> {
  return callDesktop(getDesktop(), 'device:hand-over', { passphrase });
}
