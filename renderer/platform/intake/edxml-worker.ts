import { readEdxml } from '#renderer/data/edxml/read-edxml.ts';
import type { EdxmlFailure, EdxmlMessage } from '#renderer/data/edxml/edxml-paper.ts';
import type { Result } from '#shared/base/result.ts';

/* Reads one edXML file and ends: whatever the file does, it does here, and the page can end it. */
self.addEventListener('message', ({ data }: MessageEvent<File>) => {
  void data.arrayBuffer().then(
    (buffer) => {
      tell(readEdxml(new Uint8Array(buffer)));
    },
    () => {
      tell({ ok: false, error: { code: 'edxml-unreadable', lacks: [], read: {} } });
    },
  );
});

function tell(answer: Result<EdxmlMessage, EdxmlFailure>): void {
  const files = answer.ok && answer.value.form === 'paper' ? answer.value.files : [];
  // Handed over, not copied: the files of a message may be large.
  const buffers = new Set(files.flatMap(({ bytes }) => (bytes === null ? [] : [bytes.buffer])));
  self.postMessage(answer, { transfer: [...buffers] });
}
