import { readOfficeText } from '#renderer/data/files/office-text.ts';

/* Takes all text out of one Word or Excel file and ends: whatever the file does, it does here. */
self.addEventListener('message', ({ data }: MessageEvent<File>) => {
  void data.arrayBuffer().then(
    (buffer) => {
      const read = readOfficeText(new Uint8Array(buffer));
      self.postMessage(read.ok ? read.value.text : null);
    },
    () => {
      self.postMessage(null);
    },
  );
});
