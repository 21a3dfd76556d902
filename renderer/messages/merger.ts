const since = (day: string | null): string => (day === null ? '' : ` từ ngày ${day}`);

/** What is said of communes that became one. */
export const mergerText = {
  /** On a PC of the office that went away. */
  cameAlong: (name: string, here: string, day: string | null): string =>
    `${name} đã nhập vào ${here}${since(day)}. Máy này đã chuyển sang ${here} cùng toàn bộ hồ sơ, tệp và phần chưa gửi. Sổ cũ khoá lại, số đã cấp giữ nguyên; số mới lấy ở sổ của ${here}.`,
  /** On a PC of the office that goes on. */
  joinedUs: (name: string, here: string, day: string | null): string =>
    `${name} đã nhập vào ${here}${since(day)}. Hồ sơ, tệp và các máy của nơi ấy nay ở đây; phần máy ấy làm khi xa mạng sẽ về dần. Số đến mới đánh tiếp sau số lớn nhất của cả hai nơi.`,
} as const;
