import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A proof or a bench: a module that is run, not imported. */
export type RunnableModule = {
  readonly name: string;
  readonly file: string;
  /** First sentence of its header comment. */
  readonly purpose: string;
  /** False when its header says `// not-in-test`. */
  readonly inTest: boolean;
};

/** The runnable modules of a folder; what exports something is a part of them, not one of them. */
export function listRunnableModules(folder: string): readonly RunnableModule[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .sort()
    .flatMap((file) => describeModule(folder, file));
}

function describeModule(folder: string, file: string): RunnableModule[] {
  const source = readFileSync(join(folder, file), 'utf8');
  if (/^export /m.test(source)) return [];
  return [
    {
      name: file.replace(/\.ts$/, ''),
      file: join(folder, file),
      purpose: findPurpose(source),
      inTest: !/^\/\/ not-in-test/m.test(source),
    },
  ];
}

function findPurpose(source: string): string {
  const comment = /\/\*\*([\s\S]*?)\*\//.exec(source)?.[1] ?? '';
  const text = comment
    .replace(/^\s*\*? ?/gm, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return text.split(/(?<=\.) /)[0] ?? '';
}
