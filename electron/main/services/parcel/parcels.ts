import { randomUUID } from 'node:crypto';
import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { IpcInput } from '#shared/contract/ipc.ts';
import type { ParcelProgress, ParcelState, ParcelStep, ParcelStick, SentParcel } from '#shared/contract/parcel.ts';
import type { SyncRequest } from '#shared/contract/protocol.ts';
import { stickFault } from '#parcel/stick.ts';
import { beginDraft, type ParcelDraft } from './parcel-draft.ts';
import type { ParcelParts } from './parcel-parts.ts';
import { readStick, type PageVerdict } from './read-stick.ts';
import { stickLabelOf } from './stick-label.ts';

/** Packages on sticks: one is written, or one stick is read, at a time. */
export type Parcels = {
  readonly state: () => ParcelState;
  readonly choose: (purpose: 'write' | 'read') => Promise<Result<ParcelStick | null, ErrorCode>>;
  readonly begin: (
    to: number,
    label: string,
  ) => Promise<Result<{ readonly handle: string; readonly awaited: readonly string[] }, ErrorCode>>;
  readonly append: (handle: string, request: SyncRequest) => Result<null, ErrorCode>;
  readonly appendCarried: (handle: string, signed: Uint8Array) => Result<null, ErrorCode>;
  readonly finish: (wish: IpcInput<'parcel:finish'>) => Promise<Result<SentParcel, ErrorCode>>;
  readonly open: () => Promise<Result<{ readonly handle: string }, ErrorCode>>;
  readonly next: (handle: string, verdict: PageVerdict) => Promise<Result<ParcelStep, ErrorCode>>;
  readonly abort: (handle: string) => Promise<void>;
  readonly progress: () => ParcelProgress;
};

type Work =
  | { readonly handle: string; readonly draft: ParcelDraft }
  | { readonly handle: string; readonly steps: ReturnType<typeof readStick> };

const idle: ParcelProgress = { done: 0, total: 0 };

/** Opens the desk of packages. The place a person chose is forgotten with the program. */
export function createParcels(parts: ParcelParts): Parcels {
  let folder: string | undefined;
  let work: Work | undefined;
  let progress = idle;

  async function isThere(): Promise<boolean> {
    return folder !== undefined && (await parts.stick.isFolder(folder));
  }

  function end(handle: string): void {
    if (work?.handle === handle) work = undefined;
    progress = idle;
  }

  return {
    state: parts.memory.state,
    async choose(purpose) {
      const chosen = await parts.askFolder(purpose);
      if (chosen === undefined) return ok(null);
      try {
        const freeBytes = await parts.stick.freeBytes(chosen);
        folder = chosen;
        return ok({ place: chosen, label: stickLabelOf(chosen), freeBytes });
      } catch (cause) {
        return err(stickFault(cause).code);
      }
    },
    async begin(to, label) {
      if (work !== undefined) return err('not-allowed');
      if (folder === undefined || !(await isThere())) return err('parcel-stick-gone');
      const draft = beginDraft(parts, folder, to, label);
      if (!draft.ok) return draft;
      work = { handle: randomUUID(), draft: draft.value };
      return ok({ handle: work.handle, awaited: parts.memory.awaitedBy(to) });
    },
    append: (handle, request) =>
      work?.handle === handle && 'draft' in work ? work.draft.append(request) : err('bad-input'),
    appendCarried: (handle, signed) =>
      work?.handle === handle && 'draft' in work ? work.draft.appendCarried(signed) : err('bad-input'),
    async finish({ handle, ...wish }) {
      if (work?.handle !== handle || !('draft' in work)) return err('bad-input');
      try {
        return await work.draft.write(wish, (done, total) => {
          progress = { done: Math.min(done, total), total };
        });
      } finally {
        end(handle);
      }
    },
    async open() {
      if (work !== undefined) return err('not-allowed');
      if (folder === undefined || !(await isThere())) return err('parcel-stick-gone');
      work = { handle: randomUUID(), steps: readStick(parts, folder) };
      return ok({ handle: work.handle });
    },
    async next(handle, verdict) {
      if (work?.handle !== handle || !('steps' in work)) return err('bad-input');
      try {
        const step = await work.steps.next(verdict);
        if (step.done === true || step.value.kind === 'end') end(handle);
        return ok(step.done === true ? { kind: 'end' } : step.value);
      } catch (cause) {
        end(handle);
        return err(stickFault(cause).code);
      }
    },
    async abort(handle) {
      const aborted = work;
      if (aborted?.handle !== handle) return;
      end(handle);
      if ('steps' in aborted) await aborted.steps.return(undefined);
    },
    progress: () => progress,
  };
}
