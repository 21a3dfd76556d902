import { expect, test } from 'vitest';
import { judgePassphrase } from './judge-passphrase.ts';
import { typedForms } from '#renderer/messages/passphrase-words/typed-forms.ts';

const office = ['xã Nà Lầu', 'Tỉnh Mẫu', 'Nông Thị Thắm'];

test('what everybody would try first is refused, however it is typed', () => {
  for (const typed of [
    'mật khẩu',
    'matkhau123',
    'maatj khaaur',
    'ma6t5 kha6u3',
    'Anh Yêu Em 123',
    'anhyeuem2024',
    'Việt Nam quê hương tôi',
    'không có gì quý hơn độc lập tự do',
    'Nguyễn Văn An 1985',
    'nguyenvanan1985',
    'nong thi tham 1990',
    'xã Nà Lầu 2026',
    'nalau@2026',
    'qwertyuiop',
    '1q2w3e4r5t',
    '12345678',
    '19/05/1890',
    'aaaaaaaaaa',
    'một hai ba bốn năm',
    'password1',
  ])
    expect({ typed, ...judgePassphrase(typed, office) }).toMatchObject({ isEnough: false });
});

test('four or five words that do not belong together are enough', () => {
  for (const typed of [
    'bốn chiếc thuyền qua suối 27',
    'quạt nâu leo mái ngói chậm',
    'bon chiec thuyen qua suoi 27',
    'ghế mây xanh hát dưới mưa',
    'kéo rỉ nằm cạnh bình vôi 58',
  ])
    expect({ typed, ...judgePassphrase(typed, office) }).toMatchObject({ isEnough: true });
});

test('the advice names what makes it easy', () => {
  expect(judgePassphrase('anh yêu em', office).weakness).toBe('known');
  expect(judgePassphrase('nông thị thắm', office).weakness).toMatch(/place|names/);
  expect(judgePassphrase('vbghyujmki', office).weakness).toBe('keyboard');
  expect(judgePassphrase('12345', office).weakness).toBe('too-short');
  expect(judgePassphrase('aaaaaaaaaa', office).weakness).toBe('repeated');
});

test('judging is quick enough to follow the typing', () => {
  judgePassphrase('khởi động', office);
  const begun = performance.now();
  for (let length = 1; length <= 40; length += 1)
    judgePassphrase('bốn chiếc thuyền qua suối 27 cùng với mười con voi'.slice(0, length), office);
  expect((performance.now() - begun) / 40).toBeLessThan(500);
});

test('a phrase is known by its keys as by its letters', () => {
  expect(typedForms('mật khẩu')).toEqual(
    expect.arrayContaining(['mật khẩu', 'mat khau', 'matkhau', 'maatj khaaur', 'maatjkhaaur', 'ma6t5 kha6u3']),
  );
});
