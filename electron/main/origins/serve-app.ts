import { readFile } from 'node:fs/promises';
import { appPolicy, commonHeaders } from '../security/content-policy.ts';
import { APP_ORIGIN } from './schemes.ts';
import { findServableFile, type ServableFile } from './servable-files.ts';

/** Answers `app://hosoxa/…` from the allow-list; everything else is 404, every method but GET 405. */
export function createAppServer(files: ReadonlyMap<string, ServableFile>): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET') return refuse(405);
    const file = findServableFile(files, APP_ORIGIN, request.url);
    if (file === undefined) return refuse(404);
    const body = await readFile(file.path);
    return new Response(new Uint8Array(body), {
      headers: { ...commonHeaders, 'content-type': file.type, 'content-security-policy': appPolicy },
    });
  };
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: { ...commonHeaders, 'content-security-policy': appPolicy } });
}
