import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inputHash } from './input-hash.ts';

describe('the hash of what a bundle is made from', () => {
  let project: string;
  beforeEach(() => {
    project = mkdtempSync(join(tmpdir(), 'inputs-'));
    mkdirSync(join(project, 'shared/base'), { recursive: true });
    writeFileSync(join(project, 'shared/base/result.ts'), 'one');
  });
  afterEach(() => {
    rmSync(project, { recursive: true, force: true });
  });
  const hash = (): string => inputHash(project, ['shared', 'package.json']);

  it('changes with a content, a name and a new file', () => {
    const hashes = [hash()];
    writeFileSync(join(project, 'shared/base/result.ts'), 'two');
    hashes.push(hash());
    writeFileSync(join(project, 'package.json'), '{}');
    hashes.push(hash());
    expect(new Set(hashes).size).toBe(3);
  });

  it('does not change with a test', () => {
    const before = hash();
    writeFileSync(join(project, 'shared/base/result.test.ts'), 'test');
    expect(hash()).toBe(before);
  });
});
