import type { IpcReply } from '#shared/contract/desktop-bridge.ts';
import { ipc, type IpcChannel, type IpcInput } from '#shared/contract/ipc.ts';
import { err } from '#shared/base/result.ts';

/** The frame a message came from, as far as trust needs to know it. */
export type SenderFrame = { readonly url: string; readonly parent: unknown };

/** The slice of Electron's `ipcMain` used here, so that this file runs in plain Node too. */
export type IpcPort = {
  readonly handle: (
    channel: string,
    listener: (event: { readonly senderFrame: SenderFrame | null }, raw: unknown) => Promise<unknown>,
  ) => void;
};

/** What main does for each channel; the type makes the list complete. */
export type IpcHandlers = { readonly [C in IpcChannel]: (input: IpcInput<C>) => Promise<IpcReply<C>> };

/** What the registrar is given beside the handlers. */
export type RegistrarParts = {
  readonly port: IpcPort;
  readonly isTrusted: (url: string) => boolean;
  /** Notes a handler that threw, which none should. */
  readonly report: (channel: IpcChannel, cause: unknown) => void;
};

/** Binds every channel. The only place that calls `ipcMain.handle`: it checks the sender, parses the input and answers failures as values. */
export function registerIpc(parts: RegistrarParts, handlers: IpcHandlers): void {
  for (const channel of Object.keys(handlers) as IpcChannel[]) registerChannel(parts, channel, handlers);
}

function registerChannel(
  { port, isTrusted, report }: RegistrarParts,
  channel: IpcChannel,
  handlers: IpcHandlers,
): void {
  const run = handlers[channel] as (input: unknown) => Promise<IpcReply<IpcChannel>>; // the schema of the same channel parses its input
  port.handle(channel, async ({ senderFrame: frame }, raw) => {
    if (frame === null || frame.parent !== null || !isTrusted(frame.url)) return err({ code: 'untrusted-sender' });
    const parsed = ipc[channel].input.safeParse(raw);
    if (!parsed.success) return err({ code: 'bad-input' });
    try {
      return await run(parsed.data);
    } catch (cause) {
      report(channel, cause);
      return err({ code: 'unexpected' });
    }
  });
}
