import type { StaffRole } from '#shared/domain/staff/staff-record.ts';

/**
 * Who may do what (product.md, "Who sits in front of it"). The client shows it, the server enforces every line that reaches it.
 * Where a commune's regulation (quy chế làm việc) gives a duty to somebody else, this table is what changes, never the code around it.
 */
export const rightsTable = {
  'document.register': ['clerk', 'office-head'],
  'document.edit': ['clerk', 'office-head'],
  /** Where a paper is, who handles it, until when. */
  'document.route': ['clerk', 'office-head', 'leader'],
  /** Result and completion of the handling. */
  'document.complete': ['clerk', 'office-head', 'leader', 'officer'],
  'document.note': ['clerk', 'office-head', 'leader', 'officer'],
  'document.remove': ['office-head'],
  /** Bút phê: the leader's own, or recorded from the paper by the office. */
  'directive.give': ['clerk', 'office-head', 'leader'],
  'directive.remove': ['office-head', 'leader'],
  'attachment.add': ['clerk', 'office-head', 'officer'],
  'attachment.remove': ['clerk', 'office-head'],
  'member.read': ['clerk', 'office-head', 'leader', 'officer', 'cell-secretary'],
  'member.edit': ['office-head', 'officer'],
  'member.remove': ['office-head', 'officer'],
  /** Particulars that go beyond what a cell's list shows: identity number, address, family, history, discipline. */
  'member.read-private': ['office-head', 'leader', 'officer'],
  /** A list of members as a file or a print-out, with its reason in the log. */
  'member.export': ['office-head', 'leader', 'officer', 'cell-secretary'],
  /** Changes of names, birth dates, numbers and days of admission: one proposes, another one confirms. */
  'member.propose': ['office-head', 'officer'],
  'member.confirm': ['office-head', 'leader', 'officer'],
  /** Events of a member's life, each resting on a decision. */
  'event.record': ['office-head', 'officer'],
  'transfer.send': ['office-head', 'officer'],
  'transfer.answer': ['office-head', 'officer'],
  /** Thẻ đảng viên and giấy giới thiệu as counted matter. */
  'stock.note': ['office-head', 'officer'],
  'member.import': ['office-head', 'officer'],
  /** Đảng phí: what somebody pays, taking it in, handing it up. */
  'fee.basis': ['office-head', 'officer', 'cell-secretary'],
  'fee.collect': ['office-head', 'officer', 'cell-secretary'],
  'fee.hand-up': ['office-head', 'officer', 'cell-secretary'],
  'rating.propose': ['office-head', 'officer', 'cell-secretary'],
  'rating.decide': ['office-head', 'leader', 'officer'],
  /** Sinh hoạt chi bộ: plan, papers, attendance, minutes, resolution. */
  'meeting.hold': ['clerk', 'office-head', 'leader', 'officer', 'cell-secretary'],
  'meeting.remove': ['office-head', 'officer', 'cell-secretary'],
  'study.edit': ['office-head', 'officer'],
  'study.note': ['clerk', 'office-head', 'leader', 'officer', 'cell-secretary'],
  'unit.edit': ['office-head', 'officer'],
  'unit.remove': ['office-head', 'officer'],
  /** Founding, renaming, moving, merging, splitting, dissolving organisations on a decision. */
  'unit.reorganise': ['office-head'],
  /** Posts of organisations (bí thư, phó bí thư, cấp uỷ viên) and the terms they are held for. */
  'post.appoint': ['office-head', 'officer'],
  /** People of the office and their roles. */
  'staff.edit': ['office-head', 'leader'],
  'staff.remove': ['office-head', 'leader'],
  /** Which PC numbers in a book. */
  'register.hold': ['clerk', 'office-head'],
  'register.edit': ['office-head'],
  /** Terms of committees, reserved, skipped, cancelled numbers, numbers of the paper book, blocks for days without a network. */
  'register.term': ['office-head'],
  'ledger.note': ['clerk', 'office-head'],
  /** Outgoing papers: writing, giving an opinion, approving, numbering and voiding, sending and calling back. */
  'outgoing.draft': ['clerk', 'office-head', 'leader', 'officer'],
  'outgoing.opine': ['clerk', 'office-head', 'leader', 'officer'],
  'outgoing.approve': ['office-head', 'leader'],
  'outgoing.number': ['clerk', 'office-head'],
  'outgoing.send': ['clerk', 'office-head'],
  'outgoing.remove': ['office-head'],
  /** Taking in what came over the exchange, refusing it, answering a recall. */
  'arrival.handle': ['clerk', 'office-head'],
  /** Handing a paper on, and signing for it. */
  'handover.make': ['clerk', 'office-head', 'leader', 'officer'],
  'handover.receive': ['clerk', 'office-head', 'leader', 'officer', 'cell-secretary'],
  'handover.remove': ['office-head'],
  /** Giving one's own duty to another for some days. */
  'delegation.give': ['office-head', 'leader'],
  'dossier.edit': ['clerk', 'office-head', 'officer'],
  'dossier.submit': ['clerk', 'office-head'],
  'dossier.remove': ['office-head'],
  'setting.edit': ['office-head'],
  /** People, keys, backups of a PC. */
  'pc.manage': ['clerk', 'office-head', 'leader', 'officer'],
  /** Packages on sticks, to the province and back. */
  'parcel.carry': ['clerk', 'office-head'],
  /** Reading the log of who did what on this PC. */
  'audit.read': ['office-head', 'leader'],
} as const satisfies Record<string, readonly StaffRole[]>;

/** Something a role may or may not do. */
export type Action = keyof typeof rightsTable;

/** Every action, for tables and tests. */
export const actions = Object.keys(rightsTable) as readonly Action[];

/** Whether somebody in this role may do it. */
export function mayAct(role: StaffRole, action: Action): boolean {
  const roles: readonly StaffRole[] = rightsTable[action];
  return roles.includes(role);
}

/** Roles that may do it, in the order of the table: for "ask one of these". */
export function rolesFor(action: Action): readonly StaffRole[] {
  return rightsTable[action];
}
