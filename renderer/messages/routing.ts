import type { DocumentFields, PetitionKind } from '#shared/domain/document/document-record.ts';
import type { HandoverPurpose, HandoverState } from '#shared/domain/routing/handover-record.ts';
import type { DelegatedDuty } from '#shared/domain/routing/delegation-record.ts';

export const handoverPurposeText: Readonly<Record<HandoverPurpose, string>> = {
  present: 'Trình',
  lead: 'Giao chủ trì',
  support: 'Giao phối hợp',
  inform: 'Gửi để biết',
  return: 'Chuyển trả',
};

export const handoverStateText: Readonly<Record<HandoverState, string>> = {
  sent: 'Chờ ký nhận',
  received: 'Đã ký nhận',
  done: 'Đã giải quyết',
  returned: 'Đã trả lại',
  recalled: 'Đã thu hồi',
};

export const petitionKindText: Readonly<Record<PetitionKind, string>> = {
  proposal: 'Kiến nghị',
  report: 'Phản ánh',
  complaint: 'Khiếu nại',
  denunciation: 'Tố cáo',
  other: 'Đơn khác',
};

export const withdrawnText: Readonly<Record<DocumentFields['withdrawn'], string>> = {
  no: 'Không',
  recalled: 'Nơi gửi đã thu hồi',
  replaced: 'Nơi gửi đã thay bằng văn bản khác',
};

export const dutyText: Readonly<Record<DelegatedDuty, string>> = {
  direct: 'Cho ý kiến chỉ đạo, phân công',
  approve: 'Duyệt văn bản đi',
};
