import type { InlineConfig } from 'vite';

/** What differs between the bundles that run on Node: main process, preload, server. */
export type NodeBundle = {
  readonly project: string;
  readonly outFolder: string;
  /** Entry name → source file. */
  readonly entries: Readonly<Record<string, string>>;
  readonly format: 'cjs' | 'es';
  /** Packages left to be found at run time. */
  readonly external: readonly string[];
};

/** One file per entry with every package inside, so that the packed app needs no node_modules. */
export function nodeConfig(bundle: NodeBundle): InlineConfig {
  const ending = bundle.format === 'cjs' ? 'cjs' : 'mjs';
  return {
    configFile: false,
    root: bundle.project,
    logLevel: 'warn',
    ssr: { noExternal: true, external: [...bundle.external], target: 'node' },
    build: {
      ssr: true,
      outDir: bundle.outFolder,
      emptyOutDir: true,
      target: 'node20',
      sourcemap: true,
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: { ...bundle.entries },
        platform: 'node',
        external: [...bundle.external],
        output: {
          format: bundle.format,
          entryFileNames: `[name].${ending}`,
          chunkFileNames: `chunks/[name]-[hash].${ending}`,
        },
      },
    },
  };
}
