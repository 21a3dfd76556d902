import type { ArchiveProgress, PackageForm, WrittenPackage } from '#shared/contract/archive.ts';
import type { IpcReply } from '#shared/contract/desktop-bridge.ts';
import type { ArchivePackage } from '#shared/domain/dossier/archive-package.ts';
import { callDesktop, getDesktop } from './desktop.ts';

export type { ArchiveProgress, PackageForm, WrittenPackage };

/** Asks the person for a place and writes the dossier's package there; null when they cancelled. */
export function writePackage(
  dossierId: string,
  order: ArchivePackage,
  form: PackageForm,
): Promise<IpcReply<'archive:write'>> {
  return callDesktop(getDesktop(), 'archive:write', { dossierId, order, form });
}

/** Asks the person for a package and checks it; `statedHash` as the sender's paper says it, or null. Null when they cancelled. */
export function checkPackage(form: PackageForm, statedHash: string | null): Promise<IpcReply<'archive:check'>> {
  return callDesktop(getDesktop(), 'archive:check', { form, statedHash });
}

/** How far the package at work has come; undefined when the desktop does not answer. */
export async function readArchiveProgress(): Promise<ArchiveProgress | undefined> {
  const reply = await callDesktop(getDesktop(), 'archive:progress', undefined);
  return reply.ok ? reply.value : undefined;
}

/** Ends making or checking; nothing half is left. */
export async function cancelArchive(): Promise<void> {
  await callDesktop(getDesktop(), 'archive:cancel', undefined);
}

/** Which of these files lie on this PC; undefined when the desktop does not answer. */
export async function findPresentFiles(hashes: readonly string[]): Promise<ReadonlySet<string> | undefined> {
  const reply = await callDesktop(getDesktop(), 'vault:present', { hashes: [...hashes].slice(0, 2000) });
  return reply.ok ? new Set(reply.value) : undefined;
}
