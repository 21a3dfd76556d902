import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type InlineConfig, type Plugin } from 'vite';
import { bundleTargets } from '#build/bundle/bundle-targets.ts';
import { nodeConfig } from '#build/bundle/node-config.ts';
import { must } from '#shared/base/must.ts';
import type { NewerProgram } from './newer-pc.ts';

/** Text of a file of this build, and what stands there in a build to come. */
type Change = readonly [string, string];

/** What a build to come adds to what PC and province share, by file. */
const SHARED_CHANGES: Readonly<Record<string, readonly Change[]>> = {
  'shared/contract/protocol.ts': [['PROTOCOL_VERSION = 1', 'PROTOCOL_VERSION = 2']],
  'shared/domain/document/document-record.ts': [
    [
      "withdrawn: z.enum(['no', 'recalled', 'replaced'])",
      "routeCode: z.string().max(8).default(''),\n  withdrawn: z.enum(['no', 'recalled', 'replaced'])",
    ],
  ],
  'shared/domain/routing/delegation-record.ts': [
    [
      'revokedOn: plainDateSchema.nullable()',
      "limit: z.string().max(8).default(''),\n  revokedOn: plainDateSchema.nullable()",
    ],
  ],
  'shared/entities.ts': [
    [
      "import { REMOVED } from '#shared/sync/op.ts';",
      "import { REMOVED } from '#shared/sync/op.ts';\nimport { z as zod } from 'zod';",
    ],
    [
      'export const entities = {',
      'export const entities = {\n  visit: { schema: zod.object({ who: zod.string().min(1) }), policies: {} },',
    ],
  ],
  'shared/op-actions.ts': [
    [
      'EntityActions>> = {\n  document: {',
      "EntityActions>> = {\n  visit: { create: 'document.register', remove: 'document.remove', edit: 'document.edit' },\n  document: {",
    ],
  ],
};

const SERVER_CHANGES: Readonly<Record<string, readonly Change[]>> = {
  'server/services/number-rules.ts': [
    [
      "const command = op.f['command'];",
      "const command = op.f['command'];\n  if (op.type === 'register' && command === 'rename') return { ok: true, f: { name: op.f['name'] ?? '' } };",
    ],
  ],
};

const PC_CHANGES: Readonly<Record<string, readonly Change[]>> = {
  'renderer/data/database.ts': [["setting: 'settings',", "setting: 'settings',\n  visit: 'visits',"]],
  'renderer/data/schema/schema-versions.ts': [
    ['v003Members, v004Peers]', "v003Members, v004Peers, { version: 1000, stores: { visits: 'id, *flags' } }]"],
  ],
};

/**
 * Builds the server as a build to come would be: it knows a field of papers (`routeCode`, at most 8 characters) and of delegations (`limit`), an entity
 * (`visit`, with `who`) and an act (`rename` of a register) that this one does not, and speaks protocol 2. The program's path; `onEnd` throws it away.
 */
export async function bundleNewerServer(onEnd: OnEnd): Promise<string> {
  const server = must(
    bundleTargets(process.cwd()).find(({ name }) => name === 'server'),
    'there is a server to build',
  );
  const folder = await buildNewer('newer-server', server.config, { ...SHARED_CHANGES, ...SERVER_CHANGES }, onEnd);
  return join(folder, 'main.mjs');
}

/**
 * The program of a PC, without a window, of the same build to come: a program of its own in this process, over the same IndexedDB. Packages it shares with
 * the one that runs already.
 */
export async function loadNewerPc(onEnd: OnEnd): Promise<NewerProgram> {
  const project = process.cwd();
  const config = (outFolder: string): InlineConfig => {
    const entries = { main: join(project, 'e2e/office/newer-pc.ts') };
    const node = nodeConfig({ project, outFolder, entries, format: 'es', external: [] });
    return { ...node, ssr: { target: 'node', external: true } };
  };
  const folder = await buildNewer('newer-pc', config, { ...SHARED_CHANGES, ...PC_CHANGES }, onEnd);
  const built = (await import(pathToFileURL(join(folder, 'main.mjs')).href)) as { readonly newerPc: NewerProgram };
  return built.newerPc;
}

type OnEnd = (clean: () => Promise<unknown>) => void;

/** Builds with the changed files in; the folder under `out`. */
async function buildNewer(
  name: string,
  config: (outFolder: string) => InlineConfig,
  changes: Readonly<Record<string, readonly Change[]>>,
  onEnd: OnEnd,
): Promise<string> {
  const folder = join(process.cwd(), 'out', name);
  onEnd(() => rm(folder, { recursive: true, force: true }));
  const added = new Set<string>();
  const addParts: Plugin = {
    name: 'parts-of-a-newer-build',
    enforce: 'pre',
    async load(id) {
      const file = Object.keys(changes).find((each) => id.endsWith(`/${each}`));
      if (file === undefined) return null;
      let text = await readFile(id, 'utf8');
      for (const [from, to] of changes[file] ?? []) {
        if (!text.includes(from)) throw new Error(`${file} no longer has: ${from}`);
        text = text.replace(from, to);
      }
      added.add(file);
      return text;
    },
  };
  await build({ ...config(folder), plugins: [addParts] });
  const missing = Object.keys(changes).filter((file) => !added.has(file));
  if (missing.length > 0) throw new Error(`not built into ${name}: ${missing.join(', ')}`);
  return folder;
}
