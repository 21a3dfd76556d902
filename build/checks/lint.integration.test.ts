import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { allowedCode, lintSamples } from './lint-samples.ts';

const ROOMS = ['shared', 'renderer', 'electron', 'server', 'parcel', 'e2e'];
/** Every place whose files a program of the compiler must know, or the rules that need types say nothing there. */
const PLACES = [
  ...ROOMS.map((room) => `${room}/part/place.ts`),
  ...ROOMS.map((room) => `${room}/part/place.test.ts`),
  'renderer/part/place-screen.tsx',
  'build/part/place.ts',
  'place.config.ts',
];
const WRONG_TWICE = `
export function wrong(ask: () => Promise<void>): number {
  ask();
  return 'text';
}
`;

const complaintsSchema = z.object({
  diagnostics: z.array(z.object({ code: z.string().optional(), message: z.string(), filename: z.string() })),
});
const configSchema = z.object({ overrides: z.array(z.object({ rules: z.record(z.string(), z.unknown()) })) });

const folder = mkdtempSync(join(tmpdir(), 'lint-samples-'));
let complaints: ReadonlyMap<string, readonly string[]>;

beforeAll(() => {
  for (const room of ROOMS) copy(`${room}/tsconfig.json`);
  for (const file of ['tsconfig.json', 'package.json', '.oxlintrc.json']) copy(file);
  for (const name of ['node_modules', 'build/checks']) link(name);
  write('shared/result.ts', 'export type Result = 1;');
  write('shared/allowed.ts', allowedCode);
  for (const [rule, sample] of Object.entries(lintSamples)) {
    if (typeof sample === 'string') write(pathOf(rule), sample);
    else write(sample.path, sample.code);
  }
  for (const place of PLACES) write(place, WRONG_TWICE);
  complaints = lint();
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('the lint rules', () => {
  it.each(rulesOfConfig())('%s is shown bad code and says so', (rule) => {
    const sample = lintSamples[rule];
    expect(sample).toBeDefined();
    expect(complaints.get(typeof sample === 'object' ? sample.path : pathOf(rule))).toContain(rule);
  });

  it('have no sample too many', () => {
    expect(Object.keys(lintSamples).filter((rule) => !rulesOfConfig().includes(rule))).toEqual([]);
  });

  it('let through what their options allow', () => {
    expect(complaints.get('shared/allowed.ts')).toBeUndefined();
  });

  it.each(PLACES)('read types in %s', (place) => {
    expect(complaints.get(place)).toEqual(
      expect.arrayContaining(['typescript/no-floating-promises', 'typescript/TS2322']),
    );
  });
});

/** Rules by file, as `plugin/rule`. */
function lint(): ReadonlyMap<string, readonly string[]> {
  const program = resolve('node_modules/oxlint/bin/oxlint');
  const { stdout } = spawnSync(process.execPath, [program, '--format', 'json'], { cwd: folder, encoding: 'utf8' });
  const found = new Map<string, string[]>();
  for (const { code, message, filename } of complaintsSchema.parse(JSON.parse(stdout)).diagnostics) {
    const rules = found.get(filename) ?? [];
    rules.push(code?.replace(/^(.+)\((.+)\)$/, '$1/$2') ?? message);
    found.set(filename, rules);
  }
  return found;
}

function rulesOfConfig(): readonly string[] {
  const { overrides } = configSchema.parse(JSON.parse(readFileSync('.oxlintrc.json', 'utf8')));
  return [...new Set(overrides.flatMap(({ rules }) => Object.keys(rules)))];
}

function pathOf(rule: string): string {
  return `shared/${rule}.ts`;
}

function copy(path: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  cpSync(path, join(folder, path));
}

function link(path: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  symlinkSync(resolve(path), join(folder, path));
}

function write(path: string, code: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), code);
}
