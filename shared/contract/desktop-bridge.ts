import type { ErrorCode } from '#shared/base/errors.ts';
import type { Result } from '#shared/base/result.ts';
import type { IpcAsk, IpcChannel, IpcEvent, IpcEventPayload, IpcOutput } from './ipc.ts';

/**
 * Every call's answer: a value or a code of the catalogue, with the counter the server expects when it says `counter-gap`, and the pause in milliseconds
 * that a busy one asks for.
 */
export type IpcReply<C extends IpcChannel> = Result<
  IpcOutput<C>,
  { readonly code: ErrorCode; readonly expect?: number | undefined; readonly waitMs?: number | undefined }
>;

/** Names of the channels, so that preload carries no schema library. The type makes the list complete and right. */
export const ipcChannels = [
  'app:info',
  'app:unsent',
  'disk:free',
  'keys:state',
  'keys:open-setup',
  'keys:unlock',
  'keys:recover',
  'keys:add-person',
  'keys:remove-person',
  'keys:change-passphrase',
  'keys:new-recovery-code',
  'keys:lock',
  'keys:activity',
  'keys:set-idle-minutes',
  'keys:rotate',
  'keys:rotation',
  'keys:rows-rotated',
  'store:facts',
  'store:opened',
  'store:set-aside',
  'audit:note',
  'audit:list',
  'audit:verify',
  'backup:state',
  'backup:choose-folder',
  'backup:begin',
  'backup:append',
  'backup:finish',
  'backup:abort',
  'backup:rehearse',
  'backup:list-restorable',
  'backup:adopt',
  'backup:read',
  'parcel:state',
  'parcel:choose',
  'parcel:begin',
  'parcel:append',
  'parcel:append-carried',
  'parcel:finish',
  'parcel:open',
  'parcel:next',
  'parcel:abort',
  'parcel:progress',
  'device:renumber',
  'device:follow-merger',
  'device:hand-over',
  'device:get',
  'device:enrol',
  'sync:exchange',
  'sync:await-news',
  'sync:history',
  'sync:receipts',
  'carried:colleagues',
  'carried:sign',
  'carried:open',
  'carried:hand-in',
  'snapshot:list',
  'snapshot:fetch-piece',
  'snapshot:rows',
  'snapshot:drop',
  'lan:state',
  'lan:set-on',
  'lan:set-typed',
  'lan:round',
  'journal:append',
  'journal:read-since',
  'journal:facts',
  'vault:check',
  'vault:report',
  'vault:begin',
  'vault:append',
  'vault:finish',
  'vault:abort',
  'vault:present',
  'vault:read',
  'vault:discard',
  'files:missing',
  'files:upload-piece',
  'files:download-piece',
  'archive:write',
  'archive:check',
  'archive:progress',
  'archive:cancel',
  'files:save-as',
  'files:save-vault-file-as',
  'files:save-edxml',
  'print:file',
  'print:pdf',
] as const satisfies readonly IpcChannel[];

/** Names of the events main may send. */
export const ipcEventNames = [
  'menu:command',
  'power:resumed',
  'disk:level',
  'keys:locking',
] as const satisfies readonly IpcEvent[];

/** `window.desktop`: one method per channel, made from the constant list; the page never chooses a channel name. */
export type DesktopBridge = {
  readonly call: { readonly [C in IpcChannel]: (input: IpcAsk<C>) => Promise<IpcReply<C>> };
  /** Listens; the returned function stops it. */
  readonly on: { readonly [E in IpcEvent]: (listener: (payload: IpcEventPayload<E>) => void) => () => void };
};
