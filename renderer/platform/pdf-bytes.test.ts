import { describe, expect, it } from 'vitest';
import { refusePdfBytes } from './pdf-bytes.ts';

const whole = `%PDF-1.7\n${'x'.repeat(5000)}\nstartxref\n10\n%%EOF\n`;

/** A file that is gone when it is read, as the browser gives it. */
class GoneFile extends Blob {
  override slice(): Blob {
    const gone = new Blob();
    gone.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
    return gone;
  }
}

describe('the first and last bytes of a file', () => {
  it.each([
    ['a whole PDF', whole, undefined],
    ['a PDF behind a mail header', `X-Mail: 1\r\n\r\n${whole}`, undefined],
    ['a Word file named .pdf', 'PK\u0003\u0004word', 'file-not-pdf'],
    ['a web page named .pdf', '<html>%%EOF</html>', 'file-not-pdf'],
    ['a PDF cut off while it was copied', whole.slice(0, 3000), 'file-truncated'],
  ])('tell %s', async (_, text, code) => {
    expect(await refusePdfBytes(new Blob([text]))).toBe(code);
  });

  it('tell a file that vanished while read', async () => {
    expect(await refusePdfBytes(new GoneFile(['%PDF-']))).toBe('file-vanished');
  });
});
