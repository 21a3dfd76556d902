import { APP_ORIGIN, DOCUMENT_ORIGIN } from '../origins/schemes.ts';

/**
 * What the app's page may load: its own files, nothing from any network, nothing inline.
 * (React and Mantine set styles through the object model, which needs no `'unsafe-inline'`.)
 */
export const appPolicy = joinPolicy({
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'frame-src': DOCUMENT_ORIGIN,
  'form-action': "'none'",
  'frame-ancestors': "'none'",
  'base-uri': "'none'",
  'object-src': "'none'",
});

/**
 * What the document viewer may load. Its image decoders are WebAssembly (`'wasm-unsafe-eval'`, only here);
 * fonts inside a PDF come as data. It can be framed by the app alone, and can frame nothing.
 */
export const documentPolicy = joinPolicy({
  'default-src': "'none'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'style-src': "'self'",
  'img-src': "'self' data: blob:",
  'font-src': "'self' data: blob:",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'form-action': "'none'",
  'frame-ancestors': APP_ORIGIN,
  'base-uri': "'none'",
  'object-src': "'none'",
});

/** Headers every answer of our schemes carries beside its policy. */
export const commonHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-cache',
} as const;

function joinPolicy(directives: Readonly<Record<string, string>>): string {
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ');
}
