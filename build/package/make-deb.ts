import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { askProcess, runVisibly } from '../bootstrap/run-process.mjs';
import { SetUpFailure } from '../bootstrap/set-up-failure.mjs';
import { tell } from '../bootstrap/tell.mjs';
import { packedFolder } from './pack-app.ts';

const OUTPUT = 'dist';

/** Makes the .deb from the unpacked release with Debian's own tools; gives its path. */
export async function makeDeb(): Promise<string> {
  await requireDebianTools();
  const folder = packedFolder('release');
  copyFileSync(join(folder, 'LICENSE.electron.txt'), join(folder, 'LICENSE')); // the name the tool looks for
  const args = ['--src', folder, '--dest', OUTPUT, '--arch', 'amd64', '--config', 'build/package/deb.json'];
  const code = await runVisibly('node_modules/.bin/electron-installer-debian', args);
  const made = readdirSync(OUTPUT).find((name) => name.endsWith('.deb'));
  if (code === 0 && made !== undefined) return join(OUTPUT, made);
  throw new SetUpFailure('The .deb could not be made; the message is above.', 'npm run dist -- --no-deb');
}

async function requireDebianTools(): Promise<void> {
  const missing = ['fakeroot', 'dpkg-deb'].filter((tool) => askProcess(tool, ['--version']) === undefined);
  if (missing.length === 0) return;
  const names = missing.map((tool) => (tool === 'dpkg-deb' ? 'dpkg' : tool));
  if (process.getuid?.() === 0 && askProcess('apt-get', ['--version']) !== undefined) {
    tell(`installing Debian packages: ${names.join(' ')} …`);
    await runVisibly('apt-get', ['update', '-qq']);
    if ((await runVisibly('apt-get', ['install', '-y', '-qq', ...names])) === 0) return;
  }
  throw new SetUpFailure(
    `The .deb needs ${names.join(' and ')}.`,
    `sudo apt-get update && sudo apt-get install -y ${names.join(' ')}   # or: npm run dist -- --no-deb`,
  );
}
