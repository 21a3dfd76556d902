import type { DesktopBridge, IpcReply } from '#shared/contract/desktop-bridge.ts';
import type { IpcAsk, IpcChannel, MenuCommand } from '#shared/contract/ipc.ts';

declare global {
  interface Window {
    /** Put there by the preload script. */
    readonly desktop?: DesktopBridge;
  }
}

/** The desktop around this page. The only reader of `window.desktop`. Throws outside the desktop shell. */
export function getDesktop(): DesktopBridge {
  if (window.desktop === undefined) throw new Error('the page runs outside the desktop shell');
  return window.desktop;
}

/** Asks the desktop; a broken line between page and shell is a failure value too. */
export async function callDesktop<C extends IpcChannel>(
  desktop: DesktopBridge,
  channel: C,
  input: IpcAsk<C>,
): Promise<IpcReply<C>> {
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
