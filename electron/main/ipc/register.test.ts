import { describe, expect, it } from 'vitest';
import { ipcChannels } from '#shared/contract/desktop-bridge.ts';
import { ipc } from '#shared/contract/ipc.ts';
import { ok } from '#shared/base/result.ts';
import { registerIpc, type IpcHandlers, type IpcPort, type SenderFrame } from './register.ts';

type Listener = Parameters<IpcPort['handle']>[1];
const top: SenderFrame = { url: 'app://hosoxa/index.html', parent: null };

/** A port that keeps the listeners, and handlers that answer their input. */
function bind(overrides: Partial<IpcHandlers> = {}): { listeners: Map<string, Listener>; reported: string[] } {
  const listeners = new Map<string, Listener>();
  const reported: string[] = [];
  const echo = Object.fromEntries(
    ipcChannels.map((channel) => [channel, (input: unknown) => Promise.resolve(ok(input))]),
  );
  registerIpc(
    {
      port: { handle: (channel, listener) => listeners.set(channel, listener) },
      isTrusted: (url) => url.startsWith('app://hosoxa/'),
      report: (channel) => reported.push(channel),
    },
    { ...(echo as unknown as IpcHandlers), ...overrides },
  );
  return { listeners, reported };
}

const invoke = (
  listeners: Map<string, Listener>,
  channel: string,
  raw: unknown,
  frame: SenderFrame | null = top,
): unknown => listeners.get(channel)?.({ senderFrame: frame }, raw);

describe('the registrar', () => {
  it('binds every channel of the table and of the list the preload uses', () => {
    const bound = [...bind().listeners.keys()].sort();
    expect(bound).toEqual(Object.keys(ipc).sort());
    expect(bound).toEqual([...ipcChannels].sort());
  });

  it('passes parsed input of the top frame on', async () => {
    const { listeners } = bind();
    expect(await invoke(listeners, 'journal:read-since', { n: 4, lane: 'shared' })).toEqual(
      ok({ n: 4, lane: 'shared' }),
    );
  });

  it.each([
    ['a frame that is gone', null],
    ['a frame within the page', { url: 'app://hosoxa/index.html', parent: top }],
    ['the viewer of papers', { url: 'hosoxa-doc://viewer/document-viewer.html', parent: null }],
    ['a foreign page', { url: 'https://example.invalid/app://hosoxa/', parent: null }],
  ])('refuses %s', async (_name, frame) => {
    const { listeners } = bind();
    expect(await invoke(listeners, 'device:get', undefined, frame)).toEqual({
      ok: false,
      error: { code: 'untrusted-sender' },
    });
  });

  it.each([
    ['journal:read-since', { n: -1, lane: 'shared' }],
    ['journal:read-since', { n: 1, lane: 'shared', path: '/etc/passwd' }],
    ['journal:append', { ops: 'no JSON' }],
    ['journal:append', { ops: '[{"anything":true}]' }],
    ['journal:append', { ops: '[]' }],
    ['vault:present', { hashes: ['../../device.json'] }],
    ['vault:read', { hash: '../../device.json', start: 0, length: 1 }],
    ['vault:append', { handle: '../x', bytes: new Uint8Array(1) }],
    ['vault:begin', { size: 0 }],
    ['device:enrol', { serverUrl: 'file:///etc/passwd', code: '7KQ2M-XH4TD-9RWEA', name: 'PC' }],
    ['app:info', { anything: true }],
  ])('refuses input that does not fit: %s %j', async (channel, raw) => {
    expect(await invoke(bind().listeners, channel, raw)).toEqual({ ok: false, error: { code: 'bad-input' } });
  });

  it('answers a handler that throws with a code, and reports it without passing the message on', async () => {
    const { listeners, reported } = bind({ 'device:get': () => Promise.reject(new Error('Nguyễn Văn A')) });
    expect(await invoke(listeners, 'device:get', undefined)).toEqual({ ok: false, error: { code: 'unexpected' } });
    expect(reported).toEqual(['device:get']);
  });
});
