import { build } from 'vite';

/** A part of a bench that runs inside the app's own page, as one script that puts its exports at `window[name]`. */
export async function bundlePagePart(entry: string, name: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name } },
  });
  const bundle = Array.isArray(built) ? built[0] : built;
  if (bundle === undefined || !('output' in bundle)) throw new Error('the page part was not built');
  const [chunk] = bundle.output;
  return `${chunk.code}; window.${name} = ${name};`;
}
