import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Keys } from './open-keys.ts';
import type { AdoptWay } from './portable-keys.ts';
import { AN, BINH, CHI, createTestPc, NAME_OF_AN, PASSPHRASE, setUp, value, type TestPc } from './test-pc.ts';

let pc: TestPc;
beforeEach(() => {
  pc = createTestPc();
});
afterEach(() => {
  pc.remove();
});

const OTHER = 'chín cây cầu tre 35';
const refused = (error: string): unknown => ({ ok: false, error });
const addBinh = (keys: Keys): Promise<unknown> =>
  value(keys.ring.addPerson({ personId: BINH, name: 'Trần Văn Bình', passphrase: OTHER, confirm: PASSPHRASE }));
const way = (personId: string, passphrase: string, code: string | null = null): AdoptWay => ({
  personId,
  passphrase,
  code,
});
const genuine = (): boolean => true;
const rowsOf = (keys: Keys): Uint8Array | undefined => keys.source.current('rows')?.key;
const noParts = {
  reencipher: () => Promise.resolve({ ok: true, value: null } as const),
  rotation: () => ({ done: 0, total: 0 }),
};
const rotation = (keys: Keys): ReturnType<Keys['rotateWith']> =>
  keys.rotateWith({ journal: noParts, vault: noParts }, (cause) => {
    throw cause;
  });

describe('the ring of a PC', () => {
  it('is none, then set up without a passphrase, then opens with the first person’s only', async () => {
    const keys = await pc.start();
    expect(keys.ring.state()).toEqual({ ok: true, value: { kind: 'none' } });
    await value(keys.ring.prepare());
    expect(keys.ring.state()).toEqual({ ok: true, value: { kind: 'setup' } });
    const before = rowsOf(keys);
    keys.ring.lock('reload');
    expect((await value(keys.ring.openSetup())).personId).toBe('');
    expect(rowsOf(keys)).toEqual(before);
    const code = await setUp(keys);
    expect(code).toHaveLength(34);
    expect(keys.ring.state()).toMatchObject({
      value: { kind: 'open', personId: AN, people: [{ id: AN, name: NAME_OF_AN }] },
    });
    expect(await keys.ring.openSetup()).toEqual(refused('locked'));

    const again = await pc.start();
    expect(again.ring.state()).toMatchObject({ value: { kind: 'locked', personId: '' } });
    expect(await again.ring.openSetup()).toEqual(refused('locked'));
    expect([rowsOf(again), again.device.sign('x')]).toEqual([undefined, undefined]);
    expect(await again.ring.unlock(AN, 'không phải câu này')).toEqual(refused('wrong-passphrase'));
    expect(await again.ring.unlock(CHI, PASSPHRASE)).toEqual(refused('not-found'));
    const opened = await value(again.ring.unlock(AN, PASSPHRASE));
    expect(opened.rowKeys).toEqual([{ id: 1, key: before }]);
    expect(again.device.publicKey()).toBe(keys.device.publicKey());
    expect(pc.notes.map(({ kind }) => kind)).toEqual(['person-added', 'unlock-failed', 'unlocked']);
  });

  it('gives each purpose a key of its own, tells of every change, and forgets all at a lock', async () => {
    const keys = await pc.start();
    await setUp(keys);
    const [held, heard] = [keys.source.current('journal'), { times: 0 }];
    const stop = keys.source.onChange(() => (heard.times += 1));
    const all = (['rows', 'journal', 'vault', 'backup'] as const).map((purpose) => keys.source.find(purpose, 1));
    expect(new Set(all.map((key) => Buffer.from(key ?? []).toString('hex'))).size).toBe(4);
    keys.ring.lock('asked');
    expect([heard.times, keys.source.current('journal'), keys.source.find('vault', 1)]).toEqual([
      1,
      undefined,
      undefined,
    ]);
    expect(held?.key.some((byte) => byte !== 0)).toBe(true); // whoever is in the middle of writing does not get zeros
    stop();
    await value(keys.ring.unlock(AN, PASSPHRASE));
    expect(heard.times).toBe(1);
    expect(keys.source.find('rows', 2)).toBeUndefined();
  });

  it('stays locked when it was locked in the middle of opening', async () => {
    await setUp(await pc.start());
    const keys = await pc.start();
    const opening = keys.ring.unlock(AN, PASSPHRASE);
    keys.ring.lock('reload');
    await Promise.resolve();
    keys.ring.lock('reload');
    expect((await opening).ok && rowsOf(keys) === undefined).toBe(false);
    expect(rowsOf(keys)).toBeUndefined();
  });

  it('lets several people open it, each with a passphrase of their own', async () => {
    const keys = await pc.start();
    await setUp(keys);
    await addBinh(keys);
    expect(await keys.ring.addPerson({ personId: BINH, name: 'x', passphrase: OTHER, confirm: PASSPHRASE })).toEqual(
      refused('person-exists'),
    );
    keys.ring.lock('asked');
    expect(await keys.ring.unlock(BINH, PASSPHRASE)).toEqual(refused('wrong-passphrase'));
    expect((await value(keys.ring.unlock(BINH, OTHER))).personId).toBe(BINH);
    expect(await keys.ring.removePerson(BINH, OTHER)).toEqual(refused('not-allowed'));
    await value(keys.ring.removePerson(AN, OTHER));
    expect(await keys.ring.removePerson(BINH, OTHER)).toEqual(refused('last-person'));
  });

  it('gives nobody a way in, and takes nobody’s away, for whoever merely sits down at an open PC', async () => {
    const keys = await pc.start();
    await setUp(keys);
    const stranger = { personId: CHI, name: 'Chi', passphrase: OTHER };
    for (const confirm of [null, OTHER])
      expect(await keys.ring.addPerson({ ...stranger, confirm })).toEqual(refused('wrong-passphrase'));
    await addBinh(keys);
    expect(await keys.ring.removePerson(BINH, OTHER)).toEqual(refused('wrong-passphrase'));
    expect(keys.ring.state()).toMatchObject({ value: { people: [{ id: AN }, { id: BINH }] } });
    const tries = pc.notes.filter(({ kind }) => kind === 'unlock-failed');
    expect(tries.map(({ id }) => id)).toEqual([AN, AN, AN]); // tried against who has it open, and counted
  });

  it('changes a passphrase: the old one opens neither the file nor, with an old copy of the file, the present ring', async () => {
    const keys = await pc.start();
    await setUp(keys);
    const old = JSON.parse(readFileSync(pc.paths.file, 'utf8')) as { body: { people: unknown } };
    expect(await keys.ring.changePassphrase('không phải câu này', OTHER)).toEqual(refused('wrong-passphrase'));
    await value(keys.ring.changePassphrase(PASSPHRASE, OTHER));
    keys.ring.lock('asked');
    expect(await keys.ring.unlock(AN, PASSPHRASE)).toEqual(refused('wrong-passphrase'));
    await value(keys.ring.unlock(AN, OTHER));

    const { parseKeys, formatKeys } = await import('./keys-file.ts');
    const [now, before] = [parseKeys(readFileSync(pc.paths.file, 'utf8')), parseKeys(JSON.stringify(old))];
    if (now.kind !== 'sound' || before.kind !== 'sound') throw new Error('both are sound');
    writeFileSync(pc.paths.file, formatKeys({ ...now.body, people: before.body.people }));
    const mixed = await pc.start();
    expect(await mixed.ring.unlock(AN, PASSPHRASE)).toEqual(refused('keys-damaged'));
  });

  it('makes people wait after wrong tries, over a restart too, and a right one ends it', async () => {
    await setUp(await pc.start());
    const keys = await pc.start();
    for (let i = 0; i < 4; i += 1) {
      pc.clock.ms += 10_000;
      expect(await keys.ring.unlock(AN, 'không phải câu này')).toEqual(refused('wrong-passphrase'));
    }
    expect(await keys.ring.unlock(AN, PASSPHRASE)).toEqual(refused('wait-before-next-try'));
    pc.clock.ms = 7;
    const again = await pc.start();
    expect(again.ring.state()).toMatchObject({ value: { people: [{ waitMs: 5000 }], recoveryWaitMs: 0 } });
    expect(await again.ring.unlock(AN, PASSPHRASE)).toEqual(refused('wait-before-next-try'));
    pc.clock.ms += 5000;
    await value(again.ring.unlock(AN, PASSPHRASE));
    expect(again.ring.state()).toMatchObject({ value: { people: [{ waitMs: 0 }] } });
  });

  it('counts a try before judging it, so that pulling the plug buys no free one', async () => {
    await setUp(await pc.start());
    const keys = await pc.start();
    for (let i = 0; i < 3; i += 1) await keys.ring.unlock(AN, 'không phải câu này');
    const judged = keys.ring.unlock(AN, PASSPHRASE); // still waiting: refused without a count
    expect(await judged).toEqual(refused('wait-before-next-try'));
    expect(readFileSync(pc.paths.tries, 'utf8')).toContain(`"${AN}":3`);
  });
});

describe('the recovery code', () => {
  it('opens without the machine secret, for anybody of this PC, and everybody’s own passphrase still opens', async () => {
    const keys = await pc.start();
    const code = await setUp(keys);
    await addBinh(keys);
    const rows = rowsOf(keys);
    rmSync(pc.paths.machineSecret);
    const again = await pc.start();
    expect(again.ring.state()).toMatchObject({
      value: {
        people: [
          { id: AN, name: '' },
          { id: BINH, name: '' },
        ],
      },
    });
    expect(await again.ring.unlock(AN, PASSPHRASE)).toEqual(refused('keys-damaged'));
    expect(
      await again.ring.recover(
        code.replace(/^./, (c) => (c === '0' ? '1' : '0')),
        AN,
        OTHER,
      ),
    ).toEqual(refused('wrong-recovery-code'));
    expect(await again.ring.recover(code, CHI, OTHER)).toEqual(refused('not-found'));
    await value(again.ring.recover(code.toLowerCase().replaceAll('-', ' '), AN, 'mật khẩu mới của An'));
    expect(rowsOf(again)).toEqual(rows);

    const third = await pc.start();
    expect(third.ring.state()).toMatchObject({
      value: {
        people: expect.arrayContaining([expect.objectContaining({ id: BINH, name: 'Trần Văn Bình' })]) as unknown,
      },
    });
    await value(third.ring.unlock(BINH, OTHER));
    third.ring.lock('asked');
    await value(third.ring.unlock(AN, 'mật khẩu mới của An'));
    expect(await (await pc.start()).ring.unlock(AN, PASSPHRASE)).toEqual(refused('wrong-passphrase'));
  });

  it('is useless once there is a new one, and other PCs’ codes are no good', async () => {
    const keys = await pc.start();
    const first = await setUp(keys);
    expect(await keys.ring.renewRecoveryCode(OTHER)).toEqual(refused('wrong-passphrase'));
    const { recoveryCode } = await value(keys.ring.renewRecoveryCode(PASSPHRASE));
    const again = await pc.start();
    expect(await again.ring.recover(first, AN, OTHER)).toEqual(refused('wrong-recovery-code'));
    await value(again.ring.recover(recoveryCode, AN, OTHER));
    expect(pc.notes.map(({ kind }) => kind)).toContain('recovered');
  });
});

describe('the removal of a person', () => {
  it('ends the access: with the old file, secret and passphrase the new data key is out of reach', async () => {
    const keys = await pc.start();
    await setUp(keys);
    await addBinh(keys);
    const thief = createTestPc();
    for (const name of readdirSync(pc.folder)) copyFileSync(`${pc.folder}/${name}`, `${thief.folder}/${name}`);

    await value(keys.ring.removePerson(BINH, PASSPHRASE));
    expect(keys.source.current('rows')?.id).toBe(2);
    const [fresh, old] = [rowsOf(keys), keys.source.find('rows', 1)];
    expect(await keys.ring.unlock(BINH, OTHER)).toEqual(refused('not-found'));

    const withOldFile = await thief.start();
    await value(withOldFile.ring.unlock(BINH, OTHER));
    expect(rowsOf(withOldFile)).toEqual(old);
    expect(withOldFile.source.find('rows', 2)).toBeUndefined();

    // Put back into the present file, the old entry opens the old ring key, which opens nothing any more.
    const { parseKeys, formatKeys } = await import('./keys-file.ts');
    const [now, before] = [pc, thief].map(({ paths }) => parseKeys(readFileSync(paths.file, 'utf8')));
    if (now?.kind !== 'sound' || before?.kind !== 'sound') throw new Error('both are sound');
    const people = [...now.body.people, ...before.body.people.filter(({ id }) => id === BINH)];
    writeFileSync(thief.paths.file, formatKeys({ ...now.body, people }));
    const mixed = await thief.start();
    expect(await mixed.ring.unlock(BINH, OTHER)).toEqual(refused('keys-damaged'));
    expect(rowsOf(mixed)).toBeUndefined();
    expect(fresh).not.toEqual(old);
    thief.remove();
  });

  it('seals a new ring key to whom the ring names, not to whom somebody wrote into the file', async () => {
    const keys = await pc.start();
    await setUp(keys);
    await addBinh(keys);
    const { createSealPair, openSealedTo } = await import('./seal.ts');
    const { parseKeys, formatKeys } = await import('./keys-file.ts');
    const { ringKeyPlace } = await import('./holders.ts');
    const spy = createSealPair();
    const file = parseKeys(readFileSync(pc.paths.file, 'utf8'));
    if (file.kind !== 'sound') throw new Error('it is sound');
    const people = file.body.people.map((person) =>
      person.id === BINH ? { ...person, publicKey: new Uint8Array(spy.publicKey) } : person,
    );
    writeFileSync(pc.paths.file, formatKeys({ ...file.body, people }));
    const again = await pc.start();
    await value(again.ring.unlock(AN, PASSPHRASE));
    await value(again.ring.changePassphrase(PASSPHRASE, OTHER));
    const after = parseKeys(readFileSync(pc.paths.file, 'utf8'));
    if (after.kind !== 'sound') throw new Error('it is sound');
    for (const { ringKey } of after.body.people)
      expect(openSealedTo(spy, ringKey, ringKeyPlace(after.body))).toBeUndefined();
    expect(after.body.people.map(({ id }) => id)).toEqual([AN]);
  });
});

describe('an exchange of the data key', () => {
  it('ends when rows, journal and files are done, and throws the old key away but for backups', async () => {
    const keys = await pc.start();
    await setUp(keys);
    const done = { journal: 0, vault: 0 };
    const part = (name: 'journal' | 'vault') => ({
      reencipher: () => Promise.resolve({ ok: true, value: null } as const),
      rotation: () => ({ done: done[name], total: 2 }),
    });
    const exchange = keys.rotateWith({ journal: part('journal'), vault: part('vault') }, (cause) => {
      throw cause;
    });
    const backup = keys.source.find('backup', 1);
    expect(exchange.state()).toBeNull();
    expect(await keys.ring.rotate(OTHER)).toEqual(refused('wrong-passphrase'));
    const { rowKeys } = await value(keys.ring.rotate(PASSPHRASE));
    expect(rowKeys.map(({ id }) => id)).toEqual([1, 2]);
    expect(exchange.state()).toEqual({
      keyId: 2,
      rowsDone: false,
      journal: { done: 0, total: 2 },
      vault: { done: 0, total: 2 },
    });
    expect(await exchange.noteRows(1)).toEqual(refused('bad-input'));
    await value(exchange.noteRows(2));
    await exchange.goOn();
    expect(keys.source.find('journal', 1)).toBeDefined();

    const again = await pc.start();
    done.journal = 2;
    done.vault = 2;
    const goneOn = again.rotateWith({ journal: part('journal'), vault: part('vault') }, (cause) => {
      throw cause;
    });
    await value(again.ring.unlock(AN, PASSPHRASE));
    await goneOn.goOn();
    expect([goneOn.state(), again.source.find('journal', 1)]).toEqual([null, undefined]);
    expect(again.source.find('backup', 1)).toEqual(backup);
    expect((await value((await pc.start()).ring.unlock(AN, PASSPHRASE))).rowKeys.map(({ id }) => id)).toEqual([2]);
    expect(pc.notes.filter(({ kind }) => kind === 'keys-rotated').map(({ detail }) => detail)).toEqual([
      'begun',
      'ended',
    ]);
  });

  it('follows a removal by itself', async () => {
    const keys = await pc.start();
    const exchange = rotation(keys);
    await setUp(keys);
    await addBinh(keys);
    await value(keys.ring.removePerson(BINH, PASSPHRASE));
    expect(exchange.state()).toMatchObject({ keyId: 2, rowsDone: false });
    await value(exchange.noteRows(2));
    await exchange.goOn();
    expect([exchange.state(), keys.source.find('rows', 1)]).toEqual([null, undefined]);
  });
});

describe('keys that go along with a backup', () => {
  it('open on another PC with a passphrase alone or the recovery code, and become that PC’s', async () => {
    const keys = await pc.start();
    const code = await setUp(keys);
    await addBinh(keys);
    const bytes = await value(keys.portable.exportPortable());
    expect(Buffer.from(bytes).toString('utf8')).not.toContain('Bình');
    expect(keys.portable.listPeople(bytes)).toEqual([
      { id: AN, name: NAME_OF_AN },
      { id: BINH, name: 'Trần Văn Bình' },
    ]);
    expect(keys.portable.listPeople(Buffer.from('x'))).toEqual([]);
    expect(await keys.portable.adoptPortable(bytes, way(BINH, OTHER), genuine)).toEqual(refused('not-allowed'));

    const other = createTestPc();
    const there = await other.start();
    expect(await there.portable.adoptPortable(bytes.slice(0, 900), way(BINH, OTHER), genuine)).toEqual(
      refused('keys-damaged'),
    );
    expect(await there.portable.adoptPortable(bytes, way(BINH, PASSPHRASE), genuine)).toEqual(
      refused('wrong-passphrase'),
    );
    const opened = await value(there.portable.adoptPortable(bytes, way(BINH, OTHER), genuine));
    expect([opened.personId, opened.rowKeys[0]?.key]).toEqual([BINH, rowsOf(keys)]);
    expect(there.device.publicKey()).toBe(keys.device.publicKey());

    const again = await other.start();
    await value(again.ring.unlock(AN, PASSPHRASE));
    const secret = readFileSync(other.paths.machineSecret, 'utf8');
    rmSync(other.paths.machineSecret);
    const bare = await other.start();
    expect(await bare.ring.unlock(AN, PASSPHRASE)).toEqual(refused('keys-damaged')); // bound to its machine at the first opening
    writeFileSync(other.paths.machineSecret, secret);
    await value((await other.start()).ring.recover(code, AN, 'câu mới của An'));
    other.remove();
  });

  it('open with the printed code too, and give the person a new passphrase; the others keep theirs', async () => {
    const keys = await pc.start();
    const code = await setUp(keys);
    await addBinh(keys);
    const bytes = await value(keys.portable.exportPortable());
    const other = createTestPc();
    const there = await other.start();
    const NEW = 'cái quạt nâu leo mái ngói';
    const wrong = code.replace(/^./, (letter) => (letter === '0' ? '1' : '0'));
    expect(await there.portable.adoptPortable(bytes, way(BINH, NEW, wrong), genuine)).toEqual(
      refused('wrong-recovery-code'),
    );
    expect(await there.portable.adoptPortable(bytes, way(CHI, NEW, code), genuine)).toEqual(refused('not-found'));
    const typed = code.toLowerCase().replaceAll('-', ' ');
    const opened = await value(there.portable.adoptPortable(bytes, way(BINH, NEW, typed), genuine));
    expect([opened.personId, opened.rowKeys[0]?.key]).toEqual([BINH, rowsOf(keys)]);
    const again = await other.start();
    expect(await again.ring.unlock(BINH, OTHER)).toEqual(refused('wrong-passphrase'));
    await value(again.ring.unlock(BINH, NEW));
    again.ring.lock('asked');
    await value(again.ring.unlock(AN, PASSPHRASE));
    other.remove();
  });

  it('are not taken when what came along was not made with them, by passphrase or by code', async () => {
    const keys = await pc.start();
    const code = await setUp(keys);
    const bytes = await value(keys.portable.exportPortable());
    const other = createTestPc();
    const there = await other.start();
    const asked: boolean[] = [];
    const foreign = (findKey: (id: number) => Uint8Array | undefined): boolean => {
      asked.push(Buffer.from(findKey(1) ?? []).equals(keys.source.find('backup', 1) ?? new Uint8Array(1)));
      return false;
    };
    for (const each of [way(AN, PASSPHRASE), way(AN, OTHER, code)])
      expect(await there.portable.adoptPortable(bytes, each, foreign)).toEqual(refused('backup-damaged'));
    expect(asked).toEqual([true, true]); // it was judged with the key of the backup
    expect(there.ring.state()).toEqual({ ok: true, value: { kind: 'none' } });
    other.remove();
  });

  it('are not given while the PC is locked', async () => {
    const keys = await pc.start();
    await setUp(keys);
    keys.ring.lock('asked');
    expect(await keys.portable.exportPortable()).toEqual(refused('locked'));
  });
});

describe('a key of the device', () => {
  it('moves in from an earlier build, and is exchanged once the province has given another number', async () => {
    const { createPrivateDeviceKey, openSigner } = await import('./device-key.ts');
    const plain = createPrivateDeviceKey();
    const keys = await pc.start();
    await value(keys.ring.prepare(plain));
    expect(keys.device.publicKey()).toBe(openSigner(plain).publicKey);
    await setUp(keys);
    const next = await value(keys.ring.stageDeviceKey());
    expect(keys.device.publicKey()).toBe(openSigner(plain).publicKey);
    const again = await pc.start();
    await value(again.ring.unlock(AN, PASSPHRASE));
    expect(await again.ring.takeDeviceKey('another')).toEqual(refused('keys-damaged'));
    await value(again.ring.takeDeviceKey(next.publicKey));
    await value(again.ring.takeDeviceKey(next.publicKey));
    expect([again.device.publicKey(), again.device.sign('x')]).toEqual([next.publicKey, next.sign('x')]);
  });
});

describe('the end of the keys', () => {
  it('leaves nothing that opens anything, copies and files set aside included', async () => {
    const keys = await pc.start();
    await setUp(keys);
    writeFileSync(`${pc.paths.file}.damaged`, 'x');
    writeFileSync(`${pc.paths.machineSecret}.set-aside`, 'x');
    await keys.erase();
    expect(readdirSync(pc.folder)).toEqual([]);
    expect([rowsOf(keys), keys.ring.state(), existsSync(pc.paths.file)]).toEqual([
      undefined,
      { ok: true, value: { kind: 'none' } },
      false,
    ]);
    expect(await keys.ring.unlock(AN, PASSPHRASE)).toEqual(refused('not-enrolled'));
  });
});
