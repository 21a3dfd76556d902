import { uuidv7 } from 'uuidv7';
import { ImportSession } from '#renderer/data/import/import-session.ts';
import type { FromImport, ImportCalls, ToImport } from './import-messages.ts';

/* Reads and checks one file from outside. Whatever the file does, it does here; the page can end it. */
const session = new ImportSession();

self.addEventListener('message', ({ data }: MessageEvent<ToImport>) => {
  void answer(data).then((said) => {
    self.postMessage({ id: data.id, answer: said } satisfies FromImport);
  });
});

async function answer(data: ToImport): Promise<ImportCalls[ToImport['kind']]['answer']> {
  switch (data.kind) {
    case 'open':
      return open(data.ask.bytes, data.ask.name);
    case 'choose':
      return session.choose(data.ask.sheet, data.ask.unitNames, data.ask.header);
    case 'know':
      session.know(data.ask);
      return null;
    case 'check':
      return session.check(data.ask) ?? null;
    case 'rows':
      return session.rows(data.ask.filter, data.ask.from, data.ask.count);
    case 'converted':
      return session.converted(data.ask.settings, data.ask.column, data.ask.by);
    case 'plan':
      return session.plan(uuidv7);
    case 'report':
      return session.report(data.ask);
    case 'plan-taking-over':
      return session.planTakingOver(data.ask, uuidv7);
  }
}

async function open(bytes: Uint8Array, name: string): Promise<ImportCalls['open']['answer']> {
  const opened = session.open(bytes, name);
  if (!opened.ok) return opened;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes.slice()));
  const hash = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { ok: true, value: { ...opened.value, hash } };
}
