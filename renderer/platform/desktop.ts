import type { DesktopBridge, IpcReply } from '#shared/contract/desktop-bridge.ts';
import type { IpcChannel, IpcInput, MenuCommand } from '#shared/contract/ipc.ts';

declare global {
  interface Window {
    /** Put there by the preload script. */
    readonly desktop?: DesktopBridge;
  }
}

let replaced: DesktopBridge | undefined;

/** The desktop around this page. The only reader of `window.desktop`. Throws outside the desktop shell. */
export function getDesktop(): DesktopBridge {
  const desktop = replaced ?? window.desktop;
  if (desktop === undefined) throw new Error('the page runs outside the desktop shell');
  return desktop;
}

/** Puts another desktop in place: the in-memory one of tests. */
export function replaceDesktop(desktop: DesktopBridge | undefined): void {
  replaced = desktop;
}

/** Asks the desktop; a broken line between page and shell is a failure value too. */
export async function callDesktop<C extends IpcChannel>(desktop: DesktopBridge, channel: C, input: IpcInput<C>): Promise<IpcReply<C>> {
  try {
    return await desktop.call[channel](input);
  } catch {
    return { ok: false, error: { code: 'unexpected' } };
  }
}

/** Listens to commands of the application menu; the returned function stops it. */
export function listenMenu(listener: (command: MenuCommand) => void): () => void {
  return getDesktop().on['menu:command'](({ command }) => {
    listener(command);
  });
}
