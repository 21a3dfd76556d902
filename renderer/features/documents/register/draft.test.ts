import { expect, test } from 'vitest';
import { toPartialDate } from '#shared/base/partial-date.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { checkDraft } from './check-draft.ts';
import { cleanDraft } from './clean-draft.ts';
import { emptyDraft, placeOfRouting, typeOfDraft, withDeadline, type DocumentDraft } from './document-draft.ts';
import { prefillFromText } from './prefill-from-text.ts';

const today = toPlainDate('2026-11-22');
const filled: DocumentDraft = {
  ...emptyDraft(today),
  symbol: '84-KH/TU',
  issuer: 'Tỉnh uỷ',
  abstract: 'Kế hoạch chuyển đổi số',
};

test('a filled form has no problems', () => {
  expect(checkDraft(filled, today)).toEqual({});
});

test('an abstract over 500 characters is refused with how much is too much', () => {
  const problem = checkDraft({ ...filled, abstract: 'a'.repeat(5000) }, today).abstract;
  expect(problem).toContain('4\u00a0500');
});

test('a paper of class Mật may stay without abstract, an ordinary one may not', () => {
  expect(checkDraft({ ...filled, abstract: '', secrecy: 'secret' }, today).abstract).toBeUndefined();
  expect(checkDraft({ ...filled, abstract: '' }, today).abstract).toBeDefined();
});

test('dates that cannot be in this order are refused at the field that is wrong', () => {
  expect(checkDraft({ ...filled, receivedOn: toPlainDate('2026-11-23') }, today)).toHaveProperty('receivedOn');
  expect(checkDraft({ ...filled, issuedOn: toPartialDate('2026-11-23') }, today)).toHaveProperty('issuedOn');
  expect(checkDraft({ ...filled, dueOn: toPlainDate('2026-11-01') }, today)).toHaveProperty('dueOn');
});

test('a year alone as date of the paper is no later than a day of that year', () => {
  expect(checkDraft({ ...filled, issuedOn: toPartialDate('2026') }, today)).toEqual({});
});

test('text pasted in NFD is stored in NFC and the symbol in its right form', () => {
  const { draft, converted } = cleanDraft({
    ...filled,
    symbol: ' 84 - kh/tu ',
    abstract: 'Kế hoạch  số'.normalize('NFD'),
  });
  expect(draft.symbol).toBe('84-KH/TU');
  expect(draft.abstract).toBe('Kế hoạch số');
  expect(converted).toEqual([]);
});

test('text pasted in TCVN3 becomes Unicode and the field is named', () => {
  const { draft, converted } = cleanDraft({ ...filled, abstract: 'KÕ ho¹ch c«ng t¸c n¨m vµ nhiÖm vô träng t©m' });
  expect(draft.abstract.toLowerCase()).toBe('kế hoạch công tác năm và nhiệm vụ trọng tâm');
  expect(converted).toEqual(['abstract']);
});

test('the symbol tells the type until a person chooses another', () => {
  expect(typeOfDraft({ symbol: '84 kh tu', typeId: null })).toBe('party-plan');
  expect(typeOfDraft({ symbol: '84 kh tu', typeId: 'party-report' })).toBe('party-report');
  expect(typeOfDraft({ symbol: '', typeId: null })).toBeNull();
});

test('a plan gets ten days, a report none; a day somebody wrote or took away stays', () => {
  const empty = emptyDraft(today);
  expect(empty.dueOn).toBeNull();
  const plan = withDeadline(empty, { ...empty, symbol: '84 kh tu' });
  expect(plan.dueOn).toBe('2026-12-02');
  expect(withDeadline(plan, { ...plan, receivedOn: toPlainDate('2026-11-20') }).dueOn).toBe('2026-11-30');
  expect(withDeadline(plan, { ...plan, symbol: '84 bc tu' }).dueOn).toBeNull();
  expect(withDeadline(plan, { ...plan, book: 'petition' }).dueOn).toBeNull();
  const own = withDeadline(plan, { ...plan, dueOn: toPlainDate('2026-12-15') });
  expect(withDeadline(own, { ...own, symbol: '84 bc tu' }).dueOn).toBe('2026-12-15');
  const none = withDeadline(plan, { ...plan, dueOn: null });
  expect(withDeadline(none, { ...none, symbol: '85 kh tu' }).dueOn).toBeNull();
});

test('a paper routed to a unit is being worked on, one routed to a leader waits for a directive', () => {
  expect(placeOfRouting('unit:u1')).toEqual({ state: 'in-progress', holderUnitId: 'u1', holderStaffId: null });
  expect(placeOfRouting('staff:s1')).toEqual({ state: 'awaiting-directive', holderUnitId: null, holderStaffId: 's1' });
  expect(placeOfRouting('information').state).toBe('for-information');
});

test('number and date are read from the first page', () => {
  const page = 'TỈNH UỶ NÀ RÌ\n*\nSố 84-KH/TU\nNà Rì, ngày 19 tháng 11 năm 2026\nKẾ HOẠCH\nthực hiện';
  expect(prefillFromText(page, 'scan0001.pdf', today)).toEqual({ symbol: '84-KH/TU', issuedOn: '2026-11-19' });
});

test('without text the file name is asked, and a name that is no symbol gives nothing', () => {
  expect(prefillFromText('', '96-CV-VPTU.pdf', today)).toEqual({ symbol: '96-CV/VPTU' });
  expect(prefillFromText('', 'scan0001.pdf', today)).toEqual({});
});
