import type { ElectronApplication, Frame, Page } from 'playwright';
import { must } from '#shared/base/must.ts';
import type { Assertions } from './assertion-count.ts';

/** The TypeScript runner wraps inner functions in `__name`; code sent to a page needs it there. */
export const nameKeeper = 'globalThis.__name = (inner) => inner';

const VIEWER = 'hosoxa-doc://viewer/document-viewer.html';

/** The frame that shows papers from outside: another origin, another process, no bridge, no way to the page around it. */
export async function checkDocumentFrame(app: ElectronApplication, page: Page, { check }: Assertions): Promise<void> {
  const frame = await openViewerFrame(page);
  await frame.evaluate(nameKeeper);
  const seen = await frame.evaluate(async () => {
    const reaches = (read: () => unknown): boolean => {
      try {
        return read() !== undefined;
      } catch {
        return false;
      }
    };
    const fetches = (address: string): Promise<boolean> =>
      fetch(address).then(
        ({ ok }) => ok,
        () => false,
      );
    const response = await fetch('/document-viewer.html');
    const evaluated = await new Promise<boolean>((resolve) => {
      setTimeout(() => {
        try {
          resolve((0, eval)('true') as boolean);
        } catch {
          resolve(false);
        }
      }, 50);
    });
    return {
      origin: window.location.origin,
      bridge: 'desktop' in window,
      leaks: ['require', 'process', 'Buffer', 'module'].filter((name) => name in window),
      topDocument: reaches(() => window.top?.document),
      topBridge: reaches(() => (window.top as unknown as { desktop: unknown }).desktop),
      parentStorage: reaches(() => window.parent.localStorage),
      app: await fetches('app://hosoxa/index.html'),
      appInside: (await fetch('/index.html')).status,
      network: await fetches('http://127.0.0.1:9/'),
      traversal: (await fetch('/file/..%2f..%2fdevice.json')).status,
      absent: (await fetch(`/file/${'0'.repeat(64)}`)).status,
      policy: response.headers.get('content-security-policy') ?? '',
      evaluated,
    };
  });
  check('papers are shown in another origin', seen.origin === 'hosoxa-doc://viewer', seen.origin);
  check('the frame of papers has no bridge', !seen.bridge);
  check('the frame of papers sees nothing of Node', seen.leaks.length === 0, seen.leaks);
  check('it cannot read the page around it', !seen.topDocument);
  check('it cannot reach window.top.desktop', !seen.topBridge);
  check('it cannot read the storage of the page around it', !seen.parentStorage);
  check('it cannot fetch from the app', !seen.app);
  check('its origin does not serve the app page', seen.appInside === 404, seen.appInside);
  check('it has no network', !seen.network);
  check('its vault addresses are hashes only', seen.traversal === 404, seen.traversal);
  check('a file that is not there is 404', seen.absent === 404, seen.absent);
  check(
    'its policy has no unsafe-inline and no unsafe-eval',
    !/'unsafe-inline'|'unsafe-eval'/.test(seen.policy),
    seen.policy,
  );
  check('its policy lets only the app frame it', seen.policy.includes('frame-ancestors app://hosoxa'), seen.policy);
  check('eval is refused in it', !seen.evaluated);

  await frame
    .evaluate(() => {
      (window.top as Window).location.href = 'hosoxa-doc://viewer/document-viewer.html';
    })
    .catch(() => undefined);
  await page.waitForTimeout(300);
  check('it cannot send the page elsewhere', page.url().startsWith('app://hosoxa/'), page.url());

  const processes = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().flatMap((window) =>
      window.webContents.mainFrame.framesInSubtree.map(({ url, osProcessId }) => ({ url, osProcessId })),
    ),
  );
  const processOf = (start: string): number | undefined =>
    processes.find(({ url }) => url.startsWith(start))?.osProcessId;
  check(
    'it runs in a process of its own',
    processOf('app://') !== processOf('hosoxa-doc://') && processOf('hosoxa-doc://') !== undefined,
    processes,
  );
  const reads = await page.evaluate(async () =>
    fetch('hosoxa-doc://viewer/document-viewer.html').then(
      () => true,
      () => false,
    ),
  );
  check('the app page cannot fetch from the origin of papers', !reads);
}

async function openViewerFrame(page: Page): Promise<Frame> {
  await page.evaluate((address) => {
    const frame = document.createElement('iframe');
    frame.src = address;
    frame.name = 'proof-viewer';
    document.body.append(frame);
  }, VIEWER);
  await page.waitForTimeout(800);
  return must(page.frame({ name: 'proof-viewer' }), 'the frame was just added');
}

/**
 * Main must refuse whoever is not the app's own top frame. No such frame has a bridge in the product, so windows are made
 * here that break our own rules: our preload in the origin of papers, and in frames within the app page.
 */
export async function checkSenders(app: ElectronApplication, page: Page, { check }: Assertions): Promise<void> {
  const own = await page.evaluate(async () => (await window.desktop?.call['device:get'](undefined))?.ok);
  check('the app page itself is answered', own === true, own);
  const answers = await app.evaluate(async ({ app: program, BrowserWindow }, viewer) => {
    const preload = `${program.getAppPath()}/preload/preload.cjs`;
    const ask = 'window.desktop.call["device:get"](undefined)';
    const foreign = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
    await foreign.loadURL(viewer);
    const fromForeign: unknown = await foreign.webContents.executeJavaScript(ask);
    foreign.destroy();
    const framing = new BrowserWindow({
      show: false,
      webPreferences: { preload, sandbox: true, nodeIntegrationInSubFrames: true },
    });
    await framing.loadURL('app://hosoxa/index.html');
    await framing.webContents.executeJavaScript(
      `new Promise((done) => { for (const src of [${JSON.stringify(viewer)}, 'about:blank']) { const f = document.createElement('iframe'); f.src = src; document.body.append(f); } setTimeout(done, 800); })`,
    );
    const fromFrames: unknown[] = [];
    for (const frame of framing.webContents.mainFrame.frames) {
      fromFrames.push(await frame.executeJavaScript(`window.desktop ? ${ask} : 'no bridge'`));
    }
    framing.destroy();
    return { fromForeign, fromFrames };
  }, VIEWER);
  check('a call from the origin of papers is refused', isRefusal(answers.fromForeign), answers.fromForeign);
  const tried = answers.fromFrames.filter((answer) => answer !== 'no bridge');
  check('a call was tried from a frame within the page', tried.length > 0, answers.fromFrames);
  check('every call from a frame within the page is refused', tried.every(isRefusal), answers.fromFrames);
}

function isRefusal(answer: unknown): boolean {
  const { ok, error } = answer as { readonly ok?: boolean; readonly error?: { readonly code?: string } };
  return ok === false && error?.code === 'untrusted-sender';
}
