import type { AuditEntry, AuditKind, pageAuditKindSchema } from '#shared/contract/audit.ts';
import type { IpcReply } from '#shared/contract/desktop-bridge.ts';
import type { IpcInput } from '#shared/contract/ipc.ts';
import type { AuditVerdict } from '#shared/contract/audit.ts';
import { callDesktop, getDesktop } from './desktop.ts';

export type { AuditEntry, AuditKind, AuditVerdict };

/** What the page may ask to be noted. */
export type PageAuditKind = (typeof pageAuditKindSchema)['options'][number];

/** Which lines of the log are wanted; newest first. */
export type AuditAsk = IpcInput<'audit:list'>;

/** Notes what was done, by ids and codes only. Never stands in the way of the work itself. */
export async function noteAudit(
  kind: PageAuditKind,
  about: { readonly type?: string; readonly id?: string; readonly detail?: string } = {},
): Promise<void> {
  const { type = '', id = '', detail = '' } = about;
  const reply = await callDesktop(getDesktop(), 'audit:note', { kind, type, id, detail });
  if (!reply.ok) console.error(`not noted: ${kind} ${reply.error.code}`);
}

/** At most 500 lines of the log. */
export function listAudit(ask: AuditAsk): Promise<IpcReply<'audit:list'>> {
  return callDesktop(getDesktop(), 'audit:list', ask);
}

/** Goes over the whole log. */
export function verifyAudit(): Promise<IpcReply<'audit:verify'>> {
  return callDesktop(getDesktop(), 'audit:verify', undefined);
}
