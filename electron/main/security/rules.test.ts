import { describe, expect, it } from 'vitest';
import { appPolicy, documentPolicy } from './content-policy.ts';
import { isAllowedRequest } from './block-network.ts';
import { isAllowedNavigation } from './deny-navigation.ts';
import { asksForDebugger, buildKind } from './refuse-debugger.ts';

describe('navigation', () => {
  it.each([
    ['app://hosoxa/index.html#/documents', true, true],
    ['app://hosoxa.evil/', true, false],
    ['app://user@hosoxa/', true, false],
    ['app://other/', true, false],
    ['hosoxa-doc://viewer/document-viewer.html', true, false],
    ['hosoxa-doc://viewer/document-viewer.html', false, true],
    ['app://hosoxa/index.html', false, false],
    ['https://example.invalid/app://hosoxa/', true, false],
    ['javascript:alert(1)', true, false],
    ['file:///etc/passwd', true, false],
    ['', true, false],
  ])('to %s (main frame: %s) is allowed: %s', (address, isMainFrame, allowed) => {
    expect(isAllowedNavigation(address, isMainFrame)).toBe(allowed);
  });
});

describe('requests of a page', () => {
  it.each([
    ['app://hosoxa/assets/a.js', true],
    ['hosoxa-doc://viewer/file/x', true],
    ['blob:app://hosoxa/1', true],
    ['data:image/png;base64,', true],
    ['http://127.0.0.1:8686/v1/sync', false],
    ['https://example.invalid/', false],
    ['ws://127.0.0.1/', false],
    ['file:///etc/passwd', false],
    ['devtools://devtools/x', false],
  ])('to %s pass in a release: %s', (address, allowed) => {
    expect(isAllowedRequest(address, false)).toBe(allowed);
  });
});

describe('a debugger', () => {
  it.each([
    '--inspect',
    '--inspect=0',
    '--inspect-brk=9229',
    '--remote-debugging-port=0',
    '-remote-debugging-port=1',
    '--REMOTE-DEBUGGING-PIPE',
    '--js-flags=--expose-gc',
  ])('is seen in %s', (arg) => {
    expect(asksForDebugger(['--no-sandbox', arg])).toBe(true);
  });

  it('is not seen in ordinary arguments', () => {
    expect(asksForDebugger(['--no-sandbox', '/home/inspect', '--profile=x', ''])).toBe(false);
  });

  it('is refused in what offices get, and allowed where engineers work', () => {
    expect([
      buildKind(true, {}),
      buildKind(true, { openToTests: 'true' }),
      buildKind(true, { openToTests: true }),
      buildKind(false, {}),
    ]).toEqual(['release', 'release', 'open', 'open']);
  });
});

describe('the content policies', () => {
  it('start from nothing and allow no inline code, no eval and no network', () => {
    for (const policy of [appPolicy, documentPolicy]) {
      expect(policy).toMatch(/^default-src 'none'; /);
      expect(policy).not.toMatch(/'unsafe-inline'|'unsafe-eval'|https?:|\*/);
    }
  });

  it('let WebAssembly compile only where papers are shown', () => {
    expect([appPolicy.includes('wasm'), documentPolicy.includes("'wasm-unsafe-eval'")]).toEqual([false, true]);
  });
});
