import { SetUpFailure } from './set-up-failure.mjs';

const OLDEST = [20, 20];

/** Refuses a Node that is too old for the packages we pin. */
export function requireNodeVersion(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  throw new SetUpFailure(
    `Node ${version} is too old: Node ${OLDEST.join('.')} or newer is needed.`,
    'npx --yes -p node@22 npm start   # or install a current Node',
  );
}
