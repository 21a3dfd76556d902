import type { ErrorCode } from '#shared/base/errors.ts';
import type { Result } from '#shared/base/result.ts';
import type { AttachmentMime } from '#shared/domain/attachment/attachment-record.ts';
import { findSecrecyMark } from '#shared/domain/document/secrecy-mark.ts';
import { readOfficeText } from '#renderer/data/files/office-text.ts';

/** What the worker says of a Word or Excel file. `firstText`: the beginning of its text. */
export type OfficeLook = {
  readonly mime: AttachmentMime;
  readonly isMarked: boolean;
  readonly hasText: boolean;
  readonly firstText: string;
};

const FIRST_TEXT = 6000;

/* Looks at one file and ends: whatever the file does, it does here, and the page can end it. */
self.addEventListener('message', ({ data }: MessageEvent<File>) => {
  void data.arrayBuffer().then(
    (buffer) => {
      tell(look(new Uint8Array(buffer)));
    },
    () => {
      tell({ ok: false, error: { code: 'file-vanished' } });
    },
  );
});

function look(bytes: Uint8Array): Result<OfficeLook, { readonly code: ErrorCode }> {
  const read = readOfficeText(bytes);
  if (!read.ok) return read;
  const { mime, text } = read.value;
  return {
    ok: true,
    value: {
      mime,
      isMarked: findSecrecyMark(text) !== undefined,
      hasText: text.trim() !== '',
      firstText: text.slice(0, FIRST_TEXT),
    },
  };
}

function tell(answer: Result<OfficeLook, { readonly code: ErrorCode }>): void {
  self.postMessage(answer);
}
