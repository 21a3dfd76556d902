import type { NewOutgoing } from '#renderer/data/outgoing/outgoing-repository.ts';

/** An invented outgoing paper for tests and proofs, all fields right. */
export function fakeOutgoing(abstract: string, extra: Partial<NewOutgoing> = {}): NewOutgoing {
  return {
    regime: 'party',
    bodyId: null,
    typeId: 'party-decision',
    abstract,
    place: 'Nà Lầu',
    signMode: 'on-behalf',
    signBody: 'BAN THƯỜNG VỤ',
    signPost: 'Bí thư',
    signer: 'Nguyễn Văn Mẫu',
    signerId: null,
    urgency: 'normal',
    secrecy: 'none',
    circulation: '',
    recipients: 'Các chi bộ trực thuộc',
    archiveKeeper: 'Văn phòng Đảng uỷ',
    copies: 3,
    pages: 2,
    dueOn: null,
    replyToId: null,
    replacesId: null,
    note: '',
    ...extra,
  };
}
