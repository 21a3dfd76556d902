/** Family, middle and given names of people and of the provinces, as spoken, commonest first. */
export const commonNames: readonly string[] = `
Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Nông Triệu Bế Hà Lương Ma Lục Đinh Vi Lò Giàng Vàng Sùng Thào Mai Đào Đoàn Trịnh Tô Cao Chu Hứa La Lâm Phùng Quách Tạ Thái Tống Trương Vương Đàm Hứa Lã Nùng Tày Mông Dao
Văn Thị Hữu Đức Minh Ngọc Thanh Quang Xuân Kim Thuỳ Thu Công Đình Bá Gia Khánh Anh
An Anh Ánh Bằng Bảo Bích Bình Chi Chiến Chính Cường Cúc Diễm Diệp Dung Dũng Duy Duyên Đại Đạt Điệp Định Đông Giang Hải Hạnh Hằng Hào Hậu Hiền Hiếu Hiệp Hoa Hoà Hoài Hoàn Hồng Huế Huệ Hùng Huy Huyền Hưng Hường Hương Khoa Kiên Kiều Lan Lành Liên Liễu Linh Loan Long Lộc Lợi Luyến Ly Mạnh My Nga Ngân Nghĩa Nguyên Nguyệt Nhàn Nhân Nhung Ninh Oanh Phong Phú Phúc Phương Phượng Quân Quốc Quý Quyên Quyết Quỳnh Sen Sinh Sơn Tài Tâm Tân Thảo Thắm Thắng Thành Thế Thiện Thịnh Thọ Thơ Thơm Thuận Thuý Thuỷ Thư Thương Tiến Tình Toàn Trang Trinh Trọng Trung Trường Tuấn Tùng Tuyên Tuyết Tú Tươi Uyên Vân Việt Vinh Vượng Yên Yến Thắng Quyền Hân Nhi Như Quỳnh Trâm Châu Bách Khôi Nam Vy
`
  .trim()
  .split(/\s+/)
  .filter((name, place, all) => all.indexOf(name) === place);
