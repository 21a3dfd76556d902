import type { ElectronApplication, Page } from 'playwright';
import { ipcChannels, ipcEventNames, type DesktopBridge } from '#shared/contract/desktop-bridge.ts';
import type { Assertions } from './assertion-count.ts';
import type { ListeningTrap } from './listening-trap.ts';

/** The page as a preload that works leaves it. */
type BridgedWindow = { readonly desktop: DesktopBridge };

/** The policy on what was served, and that the page really is bound by it. */
export async function checkContentPolicy(page: Page, { check }: Assertions): Promise<void> {
  const policy = await page.evaluate(async () => (await fetch('/index.html')).headers.get('content-security-policy'));
  for (const directive of [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    'frame-src hosoxa-doc://viewer',
  ]) {
    check(`the policy says ${directive}`, policy?.split('; ').includes(directive) === true, policy);
  }
  check('the policy has no unsafe word', policy?.includes('unsafe') === false, policy);

  const broken = await page.evaluate(async () => {
    const violations: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      violations.push(effectiveDirective),
    );
    const script = document.createElement('script');
    script.textContent = 'window.inlineRan = true';
    document.body.append(script);
    document.body.insertAdjacentHTML(
      'beforeend',
      '<img src="/none.png" onerror="window.handlerRan = true"><style>body{--hx-inline:1}</style>',
    );
    // After a turn of the event loop the inspector's own leave to eval has ended.
    const evaluated = await new Promise<boolean>((resolve) => {
      setTimeout(() => {
        try {
          resolve((0, eval)('true') as boolean);
        } catch {
          resolve(false);
        }
      }, 50);
    });
    const timer = setTimeout as (code: string) => number;
    timer('window.stringTimerRan = true');
    await new Promise((resolve) => setTimeout(resolve, 50));
    const compiled = await WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(
      () => true,
      () => false,
    );
    await new Promise((resolve) => setTimeout(resolve, 200));
    const has = (name: string): boolean => name in window;
    const style = getComputedStyle(document.body).getPropertyValue('--hx-inline');
    return {
      evaluated,
      compiled,
      inline: has('inlineRan'),
      handler: has('handlerRan'),
      timer: has('stringTimerRan'),
      style,
      violations,
    };
  });
  check('an inline script does not run', !broken.inline);
  check('an inline event handler does not run', !broken.handler);
  check('an inline style sheet is not used', broken.style === '', broken.style);
  check('eval is refused', !broken.evaluated);
  check('a timer given as text is refused', !broken.timer);
  check('WebAssembly does not compile in the app page', !broken.compiled);
  check(
    'the refusals came from the policy',
    broken.violations.includes('script-src-elem') && broken.violations.includes('script-src-attr'),
    broken.violations,
  );
}

/** The page stays where it is, alone. */
export async function checkNavigation(
  app: ElectronApplication,
  page: Page,
  trap: ListeningTrap,
  { check }: Assertions,
): Promise<void> {
  const home = page.url();
  for (const target of [
    `http://127.0.0.1:${String(trap.port)}/`,
    'https://example.invalid/',
    'file:///etc/hostname',
    'hosoxa-doc://viewer/document-viewer.html',
    'app://other/index.html',
    'app://hosoxa.invalid/',
    'data:text/html,x',
    'javascript:window.navigated=1',
  ]) {
    await page
      .evaluate((address) => {
        window.location.href = address;
      }, target)
      .catch(() => undefined);
    await page.waitForTimeout(150);
    check(`the page does not go to ${target.split(':')[0] ?? ''}: addresses`, page.url() === home, page.url());
  }
  check('a javascript: address does not run', !(await page.evaluate(() => 'navigated' in window)));
  const opened = await page.evaluate(() =>
    [window.open('app://hosoxa/index.html'), window.open('https://example.invalid/'), window.open('about:blank')].map(
      (child) => child === null,
    ),
  );
  check('window.open gives nothing', opened.every(Boolean), opened);
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'https://example.invalid/';
    link.target = '_blank';
    document.body.append(link);
    link.click();
    const form = document.createElement('form');
    form.action = 'https://example.invalid/';
    form.method = 'post';
    document.body.append(form);
    form.submit();
  });
  await page.waitForTimeout(300);
  check('a link to a new window and a form lead nowhere', page.url() === home);
  check(
    'there is still one window',
    (await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)) === 1,
  );
  const webview = await page.evaluate(() => {
    const element = document.createElement('webview');
    element.setAttribute('src', 'app://hosoxa/index.html');
    document.body.append(element);
    return 'getWebContentsId' in element || 'loadURL' in element;
  });
  check('webview is an unknown element', !webview);
  const guests = await app.evaluate(
    ({ webContents }) => webContents.getAllWebContents().filter((contents) => contents.getType() === 'webview').length,
  );
  check('no webview came to be', guests === 0, guests);
}

/** What the page is given by preload: the listed calls and nothing else. */
export async function checkBridge(page: Page, { check }: Assertions): Promise<void> {
  const seen = await page.evaluate(() => {
    const { desktop } = window as unknown as BridgedWindow;
    let kept = true;
    try {
      (desktop as { call: unknown }).call = {};
      kept = typeof (window as unknown as BridgedWindow).desktop.call['app:info'] === 'function';
    } catch {
      // it is frozen, as it should be
    }
    const suspects = [
      'require',
      'process',
      'Buffer',
      'module',
      'global',
      'ipcRenderer',
      'electron',
      '__dirname',
      'electronBinding',
    ];
    return {
      parts: Object.keys(desktop),
      calls: Object.keys(desktop.call),
      events: Object.keys(desktop.on),
      kept,
      leaks: suspects.filter((name) => name in window),
    };
  });
  check('window.desktop has call and on alone', seen.parts.sort().join() === 'call,on', seen.parts);
  check(
    'its calls are exactly the listed channels',
    seen.calls.sort().join() === [...ipcChannels].sort().join(),
    seen.calls,
  );
  check(
    'its events are exactly the listed ones',
    seen.events.sort().join() === [...ipcEventNames].sort().join(),
    seen.events,
  );
  check('the page cannot replace it', seen.kept);
  check('nothing of Node or Electron is in sight', seen.leaks.length === 0, seen.leaks);

  const refused = await page.evaluate(async () => {
    const call = (window as unknown as BridgedWindow).desktop.call as unknown as Record<
      string,
      (input: unknown) => Promise<unknown>
    >;
    const inputs: (readonly [string, unknown])[] = [
      ['journal:read-since', { n: -1, lane: 'shared' }],
      ['journal:read-since', { n: 0, lane: 'shared', path: '/etc/passwd' }],
      ['journal:append', { ops: [] }],
      ['journal:append', { ops: 'no JSON' }],
      ['journal:append', { ops: '[{"anything":true}]' }],
      ['vault:present', { hashes: ['../../device.json'] }],
      ['vault:append', { handle: '../../x', bytes: new Uint8Array(1) }],
      ['vault:begin', { size: 1e12 }],
      ['vault:discard', { hash: '..' }],
      ['device:enrol', { serverUrl: 'file:///etc/passwd', code: '7KQ2M-XH4TD-9RWEA', name: 'PC' }],
      ['files:save-as', { suggestedName: '', bytes: 'text' }],
      ['app:info', { more: 1 }],
    ];
    return Promise.all(inputs.map(async ([channel, input]) => [channel, await call[channel]?.(input)] as const));
  });
  for (const [channel, answer] of refused) {
    check(
      `${channel} refuses input that does not fit`,
      JSON.stringify(answer) === '{"ok":false,"error":{"code":"bad-input"}}',
      answer,
    );
  }
}

/** Only what was built is served, however the address is written. */
export async function checkServedFiles(page: Page, { check }: Assertions): Promise<void> {
  const tricks = [
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/%2e%2e%2fmain%2fmain.cjs',
    '/assets/..%2f..%2fpackage.json',
    '/assets/..%5c..%5cpackage.json',
    '//etc/passwd',
    '/index.html%00.js',
    '/assets/',
    '/device.json',
    '/journal.hsxj',
  ];
  for (const trick of tricks) {
    const status = await page.evaluate(
      async (path) =>
        fetch(`app://hosoxa${path}`).then(
          ({ status: code }) => code,
          () => 0,
        ),
      trick,
    );
    check(`app://hosoxa${trick} answers 404`, status === 404, status);
  }
  const posted = await page.evaluate(async () => (await fetch('/index.html', { method: 'POST' })).status);
  check('only GET is answered', posted === 405, posted);
}
