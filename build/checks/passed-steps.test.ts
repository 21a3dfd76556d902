import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPassedSteps } from './passed-steps.ts';

describe('steps that passed', () => {
  let project: string;
  beforeEach(() => {
    project = mkdtempSync(join(tmpdir(), 'steps-'));
    mkdirSync(join(project, 'shared'));
    writeFileSync(join(project, 'shared', 'a.test.ts'), 'one');
  });
  afterEach(() => {
    rmSync(project, { recursive: true });
  });
  const read = () => readPassedSteps(project, join(project, 'out', 'passed'));

  it('are known again while every file is the same', () => {
    expect(read().has('lint and types')).toBe(false);
    read().keep(['lint and types']);
    expect(read().has('lint and types')).toBe(true);
    expect(read().has('dead code')).toBe(false);
  });

  it('are not when a file has changed, a test or one at the top too', () => {
    read().keep(['lint and types']);
    writeFileSync(join(project, 'shared', 'a.test.ts'), 'two');
    expect(read().has('lint and types')).toBe(false);
    read().keep(['lint and types']);
    writeFileSync(join(project, '.oxlintrc.json'), '{}');
    expect(read().has('lint and types')).toBe(false);
  });

  it('are forgotten when a file changed while they ran', () => {
    read().keep(['lint and types']);
    const running = read();
    writeFileSync(join(project, 'shared', 'a.test.ts'), 'two');
    running.keep(['lint and types']);
    expect(read().has('lint and types')).toBe(false);
    writeFileSync(join(project, 'shared', 'a.test.ts'), 'one');
    expect(read().has('lint and types')).toBe(false);
  });
});
