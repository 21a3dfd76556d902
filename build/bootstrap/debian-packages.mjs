import { askProcess, runVisibly } from './run-process.mjs';
import { SetUpFailure } from './set-up-failure.mjs';
import { tell } from './tell.mjs';

/** Debian packages a window needs; later names of the same package follow after a bar. */
const FOR_A_WINDOW = [
  'libgtk-3-0|libgtk-3-0t64',
  'libnss3',
  'libasound2|libasound2t64',
  'libgbm1',
  'libxss1',
  'libxtst6',
  'libnotify4',
  'fonts-noto-core',
];
const FOR_NO_DISPLAY = ['xvfb'];
/** The layout proofs measure papers with tools that know nothing of how they were made. */
const FOR_MEASURING = ['poppler-utils'];

/** Installs what Electron needs from Debian: only on Linux, only what is missing, only as root. */
export async function installDebianPackages() {
  if (process.platform !== 'linux') return;
  const wanted = [...(hasDisplay() ? [] : FOR_NO_DISPLAY), ...FOR_A_WINDOW, ...FOR_MEASURING];
  const missing = findMissing(wanted);
  if (missing === undefined) {
    tell(`this Linux has no dpkg: if the window does not open, install what matches ${wanted.join(' ')}`);
    return;
  }
  if (missing.length === 0) return;

  const names = missing.map((name) => name.split('|')[0]).join(' ');
  const command = `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names}`;
  if (process.getuid?.() !== 0) {
    throw new SetUpFailure(`These Debian packages are missing and only root may install them: ${names}.`, command);
  }
  if (!askProcess('apt-get', ['--version'])) {
    throw new SetUpFailure(`These packages are missing and there is no apt here: ${names}.`, command);
  }
  tell(`installing Debian packages: ${names} …`);
  await install(missing, command);
}

function hasDisplay() {
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

function findMissing(wanted) {
  const names = wanted.flatMap((entry) => entry.split('|'));
  const answer = askProcess('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\n', ...names]);
  if (!answer) return undefined;
  const installed = new Set(
    answer.stdout
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  );
  return wanted.filter((entry) => !entry.split('|').some((name) => installed.has(name)));
}

async function install(missing, command) {
  const environment = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  const tryInstall = () => {
    const names = missing.map((entry) => entry.split('|').find(isKnownToApt) ?? entry.split('|')[0]);
    return runVisibly('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], environment);
  };
  const known = missing.every((entry) => entry.split('|').some(isKnownToApt));
  if (known && (await tryInstall()) === 0) return;
  const updated = await runVisibly('apt-get', ['update', '-qq'], environment);
  if (updated === 0 && (await tryInstall()) === 0) return;
  throw new SetUpFailure('apt could not install the Debian packages; its message is above.', command);
}

function isKnownToApt(name) {
  const answer = askProcess('apt-cache', ['policy', name]);
  return answer !== undefined && /Candidate: (?!\(none\))/.test(answer.stdout);
}
