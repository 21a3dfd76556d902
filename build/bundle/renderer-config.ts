import react from '@vitejs/plugin-react';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InlineConfig, Plugin } from 'vite';

/** The Chromium of the oldest Electron we run on. */
const OLDEST_CHROMIUM = 'chrome130';

/** PDF.js reads these beside the page: character maps, the standard fonts, image decoders. */
const PDFJS_FOLDERS = ['cmaps', 'standard_fonts', 'wasm'];

/** The pages: the app, and under another scheme the isolated viewer of untrusted documents and the page that is printed. */
export function rendererConfig(project: string, outFolder: string): InlineConfig {
  const root = join(project, 'renderer');
  return {
    configFile: false,
    root,
    base: './',
    logLevel: 'warn',
    plugins: [react(), copyPdfjsFiles(project)],
    worker: { format: 'es' },
    build: {
      outDir: outFolder,
      emptyOutDir: true,
      target: OLDEST_CHROMIUM,
      sourcemap: true,
      assetsInlineLimit: 0, // the page's policy allows no data: scripts, styles or fonts
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 5_000,
      reportCompressedSize: false,
      rolldownOptions: {
        input: {
          index: join(root, 'index.html'),
          'document-viewer': join(root, 'document-viewer.html'),
          'print-sheet': join(root, 'print-sheet.html'),
        },
      },
    },
  };
}

function copyPdfjsFiles(project: string): Plugin {
  return {
    name: 'copy-pdfjs-files',
    generateBundle() {
      for (const folder of PDFJS_FOLDERS) {
        const from = join(project, 'node_modules/pdfjs-dist', folder);
        for (const name of readdirSync(from)) {
          this.emitFile({
            type: 'asset',
            fileName: `pdfjs/${folder}/${name}`,
            source: readFileSync(join(from, name)),
          });
        }
      }
    },
  };
}
