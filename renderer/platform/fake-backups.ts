import type { DesktopBridge } from '#shared/contract/desktop-bridge.ts';
import { err, ok } from '#shared/base/result.ts';
import type { BackupEntry, BackupState } from '#shared/contract/backup.ts';

type BackupChannel = Extract<keyof DesktopBridge['call'], `backup:${string}`>;
type Frame = { readonly table: string; readonly bytes: Uint8Array };

const FRAMES_AT_ONCE = 8;

/** Backups of a PC in memory. */
export class FakeBackups {
  readonly frames = new Map<string, Frame[]>();
  entries: BackupEntry[] = [];
  rehearsals = 0;
  nextDueAt = 0;
  nextRehearsalAt = Number.MAX_SAFE_INTEGER;

  readonly calls: Pick<DesktopBridge['call'], BackupChannel> = {
    'backup:state': () => Promise.resolve(ok(this.#state())),
    'backup:choose-folder': () => Promise.resolve(ok(this.#state())),
    'backup:begin': () => {
      const handle = crypto.randomUUID();
      this.frames.set(handle, []);
      return Promise.resolve(ok({ handle }));
    },
    'backup:append': ({ handle, table, bytes }) => {
      this.frames.get(handle)?.push({ table, bytes: bytes.slice() });
      return Promise.resolve(ok(null));
    },
    'backup:finish': ({ handle, facts }) => {
      const bytes = (this.frames.get(handle) ?? []).reduce((sum, frame) => sum + frame.bytes.length, 0);
      this.entries = [{ ...facts, id: handle, bytes, files: 0, skipped: 0, rehearsed: null }, ...this.entries];
      this.nextDueAt = facts.at + 24 * 3600_000;
      return Promise.resolve(ok(this.#state()));
    },
    'backup:abort': ({ handle }) => {
      if (!this.entries.some(({ id }) => id === handle)) this.frames.delete(handle);
      return Promise.resolve(ok(null));
    },
    'backup:rehearse': () => {
      this.rehearsals += 1;
      this.nextRehearsalAt = Number.MAX_SAFE_INTEGER;
      return Promise.resolve(ok(this.#state()));
    },
    'backup:list-restorable': () =>
      Promise.resolve(
        ok(
          this.entries.map((entry) => ({
            ...entry,
            commune: 'Sample',
            device: 'PC',
            dev: 1,
            standing: 'own' as const,
            people: [],
          })),
        ),
      ),
    'backup:adopt': () => Promise.resolve(err({ code: 'backup-missing' })),
    'backup:read': ({ id, from }) => {
      const all = this.frames.get(id);
      if (all === undefined) return Promise.resolve(err({ code: 'backup-missing' }));
      const next = from + FRAMES_AT_ONCE;
      return Promise.resolve(ok({ frames: all.slice(from, next), next, done: next >= all.length }));
    },
  };

  #state(): BackupState {
    return {
      folder: '/sample',
      isFolderThere: true,
      running: null,
      entries: this.entries,
      rehearsed: null,
      failure: null,
      nextDueAt: this.nextDueAt,
      nextRehearsalAt: this.nextRehearsalAt,
    };
  }
}
