import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import { bundleTargets } from '#build/bundle/bundle-targets.ts';
import { must } from '#shared/base/must.ts';

/** What a build to come adds, by file of this one: text, and what stands there instead. */
const ADDITIONS: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'shared/contract/protocol.ts': [['PROTOCOL_VERSION = 1', 'PROTOCOL_VERSION = 2']],
  'shared/domain/document/document-record.ts': [
    [
      "withdrawn: z.enum(['no', 'recalled', 'replaced'])",
      "routeCode: z.string().max(8).default(''),\n  withdrawn: z.enum(['no', 'recalled', 'replaced'])",
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
  'server/services/number-rules.ts': [
    [
      "const command = op.f['command'];",
      "const command = op.f['command'];\n  if (op.type === 'register' && command === 'rename') return { ok: true, f: { name: op.f['name'] ?? '' } };",
    ],
  ],
};

/**
 * Builds the server as a build to come would be: it knows a field of papers (`routeCode`, at most 8 characters), an entity (`visit`, with `who`) and an act
 * (`rename` of a register) that this one does not, and speaks protocol 2. The program's path; `onEnd` throws it away.
 */
export async function bundleNewerServer(onEnd: (clean: () => Promise<unknown>) => void): Promise<string> {
  const folder = join(process.cwd(), 'out/newer-server');
  onEnd(() => rm(folder, { recursive: true, force: true }));
  const server = must(
    bundleTargets(process.cwd()).find(({ name }) => name === 'server'),
    'there is a server to build',
  );
  const added = new Set<string>();
  const addParts: Plugin = {
    name: 'parts-of-a-newer-build',
    enforce: 'pre',
    async load(id) {
      const file = Object.keys(ADDITIONS).find((each) => id.endsWith(`/${each}`));
      if (file === undefined) return null;
      let text = await readFile(id, 'utf8');
      for (const [from, to] of ADDITIONS[file] ?? []) {
        if (!text.includes(from)) throw new Error(`${file} no longer has: ${from}`);
        text = text.replace(from, to);
      }
      added.add(file);
      return text;
    },
  };
  await build({ ...server.config(folder), plugins: [addParts] });
  if (added.size !== Object.keys(ADDITIONS).length) throw new Error('a part of the newer build was not built in');
  return join(folder, 'main.mjs');
}
