import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFailureLog } from './failure-log.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'log-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('the log of failures', () => {
  it('notes place, kind and lines, and never what the message says', () => {
    createFailureLog(folder).note('main-uncaught', new TypeError('Nguyễn Văn A không có số'));
    const text = readFileSync(join(folder, 'main.log'), 'utf8');
    expect(text).toMatch(/main-uncaught TypeError .*failure-log\.test\.ts:\d+/);
    expect(text).not.toContain('Nguyễn');
  });

  it('stays small', () => {
    const log = createFailureLog(folder);
    for (let i = 0; i < 3000; i += 1) log.note('x'.repeat(60));
    expect(readdirSync(folder).sort()).toEqual(['main.log', 'main.log.1']);
    expect(statSync(join(folder, 'main.log')).size).toBeLessThan(65 * 1024);
  });
});
