import { dirname } from 'node:path';
import type { Stick, StickFile } from './stick.ts';

/** A stick in memory, for tests: it can be small, and be pulled at a byte or at a step. What was written before stays, whole or not. */
export class MemoryStick implements Stick {
  readonly files = new Map<string, Uint8Array>();
  readonly #folders = new Set<string>(['/']);
  readonly #capacity: number;
  /** Steps that are left before it is pulled: bytes of writing, and one for each other change. */
  #left = Infinity;
  /** Changes a byte on the way to the medium. */
  corrupt: ((bytes: Uint8Array) => Uint8Array) | undefined;
  /** Steps taken so far. */
  steps = 0;

  constructor(capacity = Infinity) {
    this.#capacity = capacity;
  }

  /** It will be pulled after so many more steps. */
  pullAfter(steps: number): void {
    this.#left = steps;
  }

  putBack(): void {
    this.#left = Infinity;
  }

  makeFolder(path: string): Promise<void> {
    return this.#do(1, () => {
      for (let each = path; each !== dirname(each); each = dirname(each)) this.#folders.add(each);
    });
  }

  async create(path: string): Promise<StickFile> {
    await this.#do(1, () => {
      if (this.files.has(path)) throw failure('EEXIST');
      this.files.set(path, new Uint8Array());
    });
    return {
      write: async (given) => {
        const bytes = this.corrupt?.(given) ?? given;
        const taken = Math.min(bytes.length, this.#left);
        if (this.#used() + taken > this.#capacity) throw failure('ENOSPC');
        if (taken > 0)
          this.files.set(path, Buffer.concat([this.files.get(path) ?? new Uint8Array(), bytes.subarray(0, taken)]));
        await this.#do(bytes.length, () => undefined);
      },
      sync: () => this.#do(1, () => undefined),
      close: () => Promise.resolve(),
    };
  }

  async *read(path: string): AsyncGenerator<Uint8Array> {
    await this.#do(0, () => undefined);
    const bytes = this.files.get(path);
    if (bytes === undefined) throw failure('ENOENT');
    for (let at = 0; at < bytes.length; at += 100_000) yield bytes.subarray(at, at + 100_000);
  }

  list(path: string): ReturnType<Stick['list']> {
    return this.#do(0, () => [
      ...[...this.files.keys()].filter((each) => dirname(each) === path).map((each) => named(each, false)),
      ...[...this.#folders].filter((each) => each !== '/' && dirname(each) === path).map((each) => named(each, true)),
    ]);
  }

  rename(from: string, to: string): Promise<void> {
    return this.#do(1, () => {
      const moved = (path: string): string =>
        path === from || path.startsWith(`${from}/`) ? to + path.slice(from.length) : path;
      for (const [path, bytes] of [...this.files]) {
        this.files.delete(path);
        this.files.set(moved(path), bytes);
      }
      for (const path of [...this.#folders]) {
        this.#folders.delete(path);
        this.#folders.add(moved(path));
      }
    });
  }

  remove(path: string): Promise<void> {
    return this.#do(1, () => {
      const isIn = (each: string): boolean => each === path || each.startsWith(`${path}/`);
      for (const each of [...this.files.keys()].filter(isIn)) this.files.delete(each);
      for (const each of [...this.#folders].filter(isIn)) this.#folders.delete(each);
    });
  }

  syncFolder(): Promise<void> {
    return this.#do(1, () => undefined);
  }

  freeBytes(): Promise<number> {
    return this.#do(0, () => (this.#capacity === Infinity ? 2 ** 40 : this.#capacity - this.#used()));
  }

  isFolder(path: string): Promise<boolean> {
    return this.#do(0, () => this.#folders.has(path)).catch(() => false);
  }

  #used(): number {
    return [...this.files.values()].reduce((sum, { length }) => sum + length, 0);
  }

  #do<T>(steps: number, act: () => T): Promise<T> {
    this.steps += steps;
    if (steps > this.#left || this.#left <= 0) {
      this.#left = 0;
      return Promise.reject(failure('EIO'));
    }
    this.#left -= steps;
    return new Promise((resolve) => {
      resolve(act());
    });
  }
}

function named(path: string, isFolder: boolean): { readonly name: string; readonly isFolder: boolean } {
  return { name: path.slice(dirname(path).length).replace(/^\//, ''), isFolder };
}

function failure(code: string): Error {
  return Object.assign(new Error(code), { code, syscall: 'test' });
}
