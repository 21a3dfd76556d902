import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import { ipcChannels, ipcEventNames } from '#shared/contract/desktop-bridge.ts';

/**
 * The whole bridge (typed by `DesktopBridge`): one function per channel of the list, nothing else. The page never names a channel,
 * and never gets hold of Electron's events.
 */
const call = Object.fromEntries(
  ipcChannels.map((channel) => [channel, (input: unknown): Promise<unknown> => ipcRenderer.invoke(channel, input)]),
);

const on = Object.fromEntries(
  ipcEventNames.map((name) => [
    name,
    (listener: (payload: unknown) => void): (() => void) => {
      const forward = (_event: IpcRendererEvent, payload: unknown): void => {
        listener(payload);
      };
      ipcRenderer.on(name, forward);
      return () => {
        ipcRenderer.removeListener(name, forward);
      };
    },
  ]),
);

contextBridge.exposeInMainWorld('desktop', { call, on });
