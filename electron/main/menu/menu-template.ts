import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '#shared/contract/ipc.ts';
import { commandText, menuText } from '../messages.ts';

/** Key of each command. F5 and Ctrl+R mean the same: nobody reloads this program. */
export const commandKeys: Readonly<Record<MenuCommand, string>> = {
  new: 'CmdOrCtrl+N',
  find: 'CmdOrCtrl+K',
  save: 'CmdOrCtrl+S',
  print: 'CmdOrCtrl+P',
  help: 'F1',
  'sync-now': 'F5',
  'large-type': 'CmdOrCtrl+Shift+L',
  'go-today': 'CmdOrCtrl+1',
  'go-documents': 'CmdOrCtrl+2',
  'go-members': 'CmdOrCtrl+3',
  'go-sync': 'CmdOrCtrl+4',
  'go-this-pc': 'CmdOrCtrl+5',
  lock: 'CmdOrCtrl+L',
};

/** What the menu needs to know. */
export type MenuParts = {
  readonly version: string;
  readonly withInspector: boolean;
  readonly send: (command: MenuCommand) => void;
};

/** The application menu, in Vietnamese, with the keys. An item's id is its command. */
export function menuTemplate({ version, withInspector, send }: MenuParts): MenuItemConstructorOptions[] {
  const item = (command: MenuCommand): MenuItemConstructorOptions => ({
    id: command,
    label: commandText[command],
    accelerator: commandKeys[command],
    click: () => {
      send(command);
    },
  });
  const line: MenuItemConstructorOptions = { type: 'separator' };
  const secondSyncKey: MenuItemConstructorOptions = {
    ...item('sync-now'),
    id: 'sync-now-second-key',
    accelerator: 'CmdOrCtrl+R',
    visible: false,
    acceleratorWorksWhenHidden: true,
  };
  return [
    {
      label: menuText.file,
      submenu: [
        item('new'),
        item('save'),
        item('print'),
        line,
        item('sync-now'),
        secondSyncKey,
        line,
        item('lock'),
        { role: 'quit', label: menuText.quit },
      ],
    },
    {
      label: menuText.edit,
      submenu: [
        { role: 'undo', label: menuText.undo },
        { role: 'redo', label: menuText.redo },
        line,
        { role: 'cut', label: menuText.cut },
        { role: 'copy', label: menuText.copy },
        { role: 'paste', label: menuText.paste },
        { role: 'selectAll', label: menuText.selectAll },
        line,
        item('find'),
      ],
    },
    {
      label: menuText.view,
      submenu: [
        item('large-type'),
        line,
        { role: 'zoomIn', label: menuText.zoomIn },
        { role: 'zoomOut', label: menuText.zoomOut },
        { role: 'resetZoom', label: menuText.zoomReset },
        line,
        { role: 'togglefullscreen', label: menuText.fullScreen },
        ...(withInspector ? [{ role: 'toggleDevTools', label: menuText.inspector } as const] : []),
      ],
    },
    {
      label: menuText.go,
      submenu: [item('go-today'), item('go-documents'), item('go-members'), item('go-sync'), line, item('go-this-pc')],
    },
    { label: menuText.help, submenu: [item('help'), line, { label: menuText.about(version), enabled: false }] },
  ];
}
