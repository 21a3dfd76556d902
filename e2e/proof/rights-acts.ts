import { uuidv7 } from 'uuidv7';
import type { SampleAct } from '#e2e/sample/sample-pc.ts';
import { generateCommune } from '#e2e/sample/commune.ts';
import { must } from '#shared/base/must.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';
import type { Action } from '#shared/domain/rights/rights-table.ts';
import { TAKE_REGISTER } from '#shared/domain/register/register-record.ts';
import type { FieldValue } from '#shared/sync/op.ts';
import type { RightsCase } from './rights-case.ts';
import { createMemberCases, type ProofCells, type ProofOthers } from './rights-member-acts.ts';
import { createOfficeCases } from './rights-office-acts.ts';

/** Actions that stay on a PC: nothing of them is sent that the province could refuse. */
export const actionsOfThePc: readonly Action[] = [
  'member.read',
  'member.read-private',
  'member.export',
  'pc.manage',
  'parcel.carry',
  'audit.read',
];

/** Whole records of every kind, to be made anew under other ids. `by`: who will try them. */
export function createRightsCases(
  register: { readonly id: string; readonly seq: number },
  by: string,
  cells: ProofCells,
  others: ProofOthers,
): readonly RightsCase[] {
  const sample = generateCommune({ seed: 'rights', documents: 2, members: 30, today: toPlainDate('2026-11-20') });
  const fieldsOf = (record: { readonly fields: object } | undefined): Record<string, FieldValue> => ({
    ...(must(record, 'the sample has one of each').fields as Record<string, FieldValue>),
  });
  const make = (type: string, fields: Record<string, FieldValue>): SampleAct => ({
    t: 'set',
    type,
    id: uuidv7(),
    f: fields,
  });
  const document = (): SampleAct => make('document', { ...fieldsOf(sample.documents[0]), arrivalNumber: null });
  const directive = (documentId: string): SampleAct =>
    make('directive', {
      documentId,
      authorId: uuidv7(),
      text: 'Giao Văn phòng tham mưu',
      leadUnitId: null,
      leadStaffId: null,
      supportUnitIds: [],
      dueOn: null,
      givenAt: '2026-11-20T02:00:00.000Z',
    });
  const attachment = (documentId: string): SampleAct =>
    make('attachment', {
      documentId,
      hash: 'ab'.repeat(32),
      name: 'van-ban.pdf',
      size: 10,
      mime: 'application/pdf',
      pages: null,
      addedAt: '2026-11-20T02:00:00.000Z',
    });
  const member = (): SampleAct => make('member', fieldsOf(sample.members[0]));
  const unit = (): SampleAct => make('unit', fieldsOf(sample.units[0]));
  const person = (): SampleAct => make('staff', fieldsOf(sample.staff.find(({ fields }) => fields.role === 'officer')));
  const edit = ({ type, id }: SampleAct, f: Record<string, FieldValue>): SampleAct => ({ t: 'set', type, id, f });
  const remove = ({ type, id }: SampleAct): SampleAct => ({ t: 'del', type, id, f: {} });

  /** New; a change of each of these; removed; brought back. */
  const life = (
    entity: () => SampleAct,
    rights: {
      readonly make: Action;
      readonly remove: Action;
      readonly edits: readonly [Action, Record<string, FieldValue>][];
    },
    parent?: SampleAct,
  ): RightsCase[] => {
    const before = parent === undefined ? [] : [parent];
    const known = (): SampleAct => entity();
    const cases: RightsCase[] = [{ action: rights.make, needs: before, act: entity() }];
    for (const [action, f] of rights.edits) {
      const record = known();
      cases.push({ action, needs: [...before, record], act: edit(record, f) });
    }
    const [removed, broughtBack] = [known(), known()];
    cases.push({ action: rights.remove, needs: [...before, removed], act: remove(removed) });
    cases.push({
      action: rights.remove,
      needs: [...before, broughtBack, remove(broughtBack)],
      act: edit(broughtBack, { '!del': false }),
    });
    return cases;
  };
  const paper = document();
  const edits: [Action, Record<string, FieldValue>][] = [
    ['document.edit', { abstract: 'Về việc khác' }],
    ['document.route', { holderUnitId: uuidv7(), dueOn: '2026-12-01' }],
    ['document.complete', { result: 'Đã xong', doneOn: '2026-11-21' }],
    ['document.note', { note: 'Đã báo lại' }],
  ];
  const text = 'Giao lại';
  return [
    ...life(document, { make: 'document.register', remove: 'document.remove', edits }),
    ...life(
      () => directive(paper.id),
      { make: 'directive.give', remove: 'directive.remove', edits: [['directive.give', { text }]] },
      paper,
    ),
    ...life(
      () => attachment(paper.id),
      { make: 'attachment.add', remove: 'attachment.remove', edits: [['attachment.add', { name: 'khac.pdf' }]] },
      paper,
    ),
    ...life(member, {
      make: 'member.edit',
      remove: 'member.remove',
      edits: [['member.edit', { partyPost: 'Chi uỷ viên' }]],
    }),
    ...life(unit, { make: 'unit.edit', remove: 'unit.remove', edits: [['unit.edit', { name: 'Chi bộ mới' }]] }),
    ...life(person, { make: 'staff.edit', remove: 'staff.remove', edits: [['staff.edit', { role: 'leader' }]] }),
    {
      action: 'register.hold',
      needs: [],
      act: { t: 'cmd', type: 'register', id: register.id, f: { command: TAKE_REGISTER } },
    },
    {
      action: 'register.edit',
      needs: [],
      act: { t: 'set', type: 'register', id: register.id, base: register.seq, f: { name: `Sổ ${uuidv7()}` } },
    },
    ...createOfficeCases(document(), by),
    ...createMemberCases(cells, by, others),
  ];
}
