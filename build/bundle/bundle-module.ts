import { readFile, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';

const PROJECT = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** A module with all of the project that it imports as JavaScript in few files; packages are found at run time. */
export type ModuleBundle = { readonly file: string; readonly remove: () => Promise<void> };

/**
 * Bundles a TypeScript module for this run of it. Loading hundreds of files one by one through a transpiler takes seconds of every proof; this takes a
 * third of one. What is imported late is still loaded late, and `import.meta` still speaks of the source files.
 * @throws when an import cannot be resolved or a file is no TypeScript; esbuild has then printed where.
 */
export async function bundleModule(source: string): Promise<ModuleBundle> {
  const name = basename(source, '.ts');
  const folder = join(PROJECT, 'out/modules', `${name}-${String(process.pid)}-${String(Date.now())}`);
  await build({
    entryPoints: [resolve(source)],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: true,
    logLevel: 'error',
    plugins: [metaOfSources],
  });
  return {
    file: join(folder, `${name}.mjs`),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Gives every module its own `import.meta.url` and `import.meta.dirname` again. */
const metaOfSources: Plugin = {
  name: 'meta-of-sources',
  setup(running) {
    running.onLoad({ filter: /\.tsx?$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      if (!text.includes('import.meta')) return undefined;
      const contents = text
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)));
      return { contents, loader: path.endsWith('x') ? 'tsx' : 'ts' };
    });
  },
};
