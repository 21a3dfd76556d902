/** Invented words of cell meetings. */
export const meetingSample = {
  places: ['Nhà văn hoá thôn', 'Nhà sinh hoạt cộng đồng', 'Nhà văn hoá bản'],
  workplace: 'Phòng họp đơn vị',
  conclusions: [
    'Nhất trí với báo cáo kết quả tháng qua.\nTập trung thu hoạch, chuẩn bị vụ đông; mỗi đảng viên phụ trách nhóm hộ.',
    'Nhất trí với dự thảo nghị quyết.\nGiao chi uỷ theo dõi, báo cáo tại kỳ họp sau.',
    'Tiếp tục vận động Nhân dân làm đường nội thôn, giữ gìn vệ sinh môi trường.',
  ],
  opinions: [
    'Nhất trí với báo cáo. Đề nghị chi bộ quan tâm hơn việc phát triển đảng viên trẻ.',
    'Đề nghị xã sớm sửa đoạn mương đầu thôn, mùa mưa nước tràn vào ruộng.',
    'Việc hiến đất làm đường cần công khai, bàn kỹ với từng hộ.',
    'Tháng qua còn hai hộ chưa ký cam kết vệ sinh môi trường, tôi nhận vận động.',
    'Đề nghị các đồng chí cao tuổi được nhận tài liệu in chữ to trước buổi họp.',
    'Nhất trí với nhiệm vụ tháng tới, cần ghi rõ người làm và thời hạn.',
  ],
  tasks: [
    'Vận động các hộ còn lại ký cam kết vệ sinh môi trường',
    'Rà soát, lập danh sách quần chúng ưu tú để bồi dưỡng',
    'Tổ chức phát quang, sửa đường nội thôn',
    'Thăm hỏi gia đình chính sách nhân dịp 22/12',
    'Kiểm tra việc thu, nộp đảng phí quý',
  ],
  absences: ['Đi viện', 'Đi công tác xa', 'Việc gia đình', 'Ốm'],
  topics: [
    'Nâng cao chất lượng sinh hoạt chi bộ',
    'Phát triển kinh tế hộ gia đình gắn với xây dựng nông thôn mới',
    'Chuyển đổi số trong cộng đồng dân cư',
  ],
  study: [
    {
      title: 'Quy định về thi hành Điều lệ Đảng: những điểm mới đảng viên cần biết',
      topic: 'Điều lệ, quy định',
      minutes: 25,
      summary: 'Tóm tắt những điểm mới về tiêu chuẩn, nhiệm vụ, quyền của đảng viên; sinh hoạt đảng; kỷ luật của Đảng.',
    },
    {
      title: 'Chuyên đề học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh',
      topic: 'Học tập Bác',
      minutes: 40,
      summary: 'Tư tưởng Hồ Chí Minh về đại đoàn kết, gần dân, trọng dân; liên hệ trách nhiệm nêu gương của đảng viên.',
    },
    {
      title: 'Nghị quyết về phát triển kinh tế hợp tác, hợp tác xã trên địa bàn xã',
      topic: 'Nghị quyết',
      minutes: 20,
      summary: 'Mục tiêu, chỉ tiêu, giải pháp phát triển hợp tác xã; vai trò của chi bộ thôn bản.',
    },
    {
      title: 'Hướng dẫn sinh hoạt chi bộ và chấm điểm chất lượng sinh hoạt',
      topic: 'Công tác đảng',
      minutes: 15,
      summary: 'Quy trình chuẩn bị, tiến hành, kết luận; phiếu chấm điểm thường kỳ và chuyên đề.',
    },
    {
      title: 'Kỹ năng sử dụng dịch vụ công trực tuyến dành cho người cao tuổi',
      topic: 'Chuyển đổi số',
      minutes: 15,
      summary: 'Các bước nộp hồ sơ, tra cứu kết quả, giữ an toàn thông tin cá nhân.',
    },
  ],
} as const;
