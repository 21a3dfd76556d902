import { nodeStick, type Stick } from '#parcel/stick.ts';

/** A real folder as a stick that can be pulled while it is written: after so many more bytes nothing goes any more, until it is put back. */
export type PulledStick = Stick & { readonly pullAfter: (bytes: number) => void; readonly putBack: () => void };

/** Makes one. */
export function createPulledStick(): PulledStick {
  let left = Infinity;
  const gone = (): Error => Object.assign(new Error('EIO: the stick was pulled'), { code: 'EIO', syscall: 'write' });
  const guard = <T>(act: () => Promise<T>): Promise<T> => (left <= 0 ? Promise.reject(gone()) : act());
  return {
    ...nodeStick,
    pullAfter: (bytes) => (left = bytes),
    putBack: () => (left = Infinity),
    makeFolder: (path) => guard(() => nodeStick.makeFolder(path)),
    async create(path) {
      const file = await guard(() => nodeStick.create(path));
      return {
        async write(bytes) {
          const taken = Math.min(left, bytes.length);
          left -= bytes.length;
          await file.write(bytes.subarray(0, taken));
          if (left <= 0) throw gone();
        },
        sync: () => guard(() => file.sync()),
        close: () => file.close(),
      };
    },
    rename: (from, to) => guard(() => nodeStick.rename(from, to)),
    remove: (path) => guard(() => nodeStick.remove(path)),
    isFolder: (path) => guard(() => nodeStick.isFolder(path)).catch(() => false),
  };
}
