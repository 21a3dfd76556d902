/**
 * Texts every office's messages are full of. Both ends have it, so a small message need not spell them.
 * Frozen with its format number: another dictionary is another format.
 */
export const FRAME_DICTIONARY = [
  'org:province',
  'unit staff register device attachment directive member document',
  'addedAt mime pages size hash name application/pdf text leadUnitId leadStaffId supportUnitIds givenAt authorId documentId',
  'familymiddlegivenfull birthName gender male female bornOn birthPlace nativePlace address ethnicity religion citizenId phone occupation workplace partyPost post',
  'education qualification politicalTheory joinedUnionOn admittedOn admittedAt officialOn officialAt cardNumber cardIssuedOn fileNumber unitId probationary official exempt',
  'registeredAt registeredBy note doneOn result holderStaffId holderUnitId state awaiting-directive in-progress for-information done dueOn channel wan exchange internet paper usb',
  'secrecy none urgency normal urgent signer abstract typeId issuer issuedOn symbol receivedOn arrivalNumber book incoming',
  '2025-2026-01-02-03-04-05-06-07-08-09-10-11-12-T00:00:00.000Z',
  'Nguyễn Thị Văn Trần Lê Hoàng Nông Lý Vi xã tỉnh uỷ Tỉnh uỷ Đảng uỷ chi bộ Chi bộ Ban Tổ chức Văn phòng UBND UBKT-CV/VPTU-KH/TU-NQ/ĐU-TB/TU-BC/CB-HD/BTCTU/QĐ-UBND',
  'Về việc báo cáo kết quả thực hiện Nghị quyết, Kế hoạch, Thông báo, Hướng dẫn, Quyết định, Công văn, Chỉ thị, Tờ trình năm 2026',
].join('');
