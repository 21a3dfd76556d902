import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { menuCommandSchema, type MenuCommand } from '#shared/contract/ipc.ts';
import { menuTemplate } from './menu-template.ts';

function leaves(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items
    .flatMap((item) => (Array.isArray(item.submenu) ? leaves(item.submenu) : [item]))
    .filter(({ type }) => type !== 'separator');
}

describe('the menu', () => {
  const sent: MenuCommand[] = [];
  const items = leaves(menuTemplate({ version: '1.0.0', withInspector: false, send: (command) => sent.push(command) }));

  it('has an item for every command, which sends it', () => {
    for (const command of menuCommandSchema.options) {
      const click = items.find(({ id }) => id === command)?.click as (() => void) | undefined;
      click?.();
      expect(sent.at(-1)).toBe(command);
    }
  });

  it('gives no key to two things', () => {
    const keys = items.flatMap(({ accelerator }) => accelerator ?? []);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('says everything in Vietnamese and shows no inspector in a release', () => {
    for (const { label, role } of items) {
      expect(label).toBeTruthy();
      expect(role).not.toBe('toggleDevTools');
    }
  });
});
