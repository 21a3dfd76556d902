/*
 * What people here reach for first when asked for a passphrase. Written as spoken, with marks; the other ways of typing are made by `typedForms`.
 * The order is that of guessing: commonest first.
 */

/** Words that stand together, and secrets everybody knows. */
export const commonPhrases: readonly string[] = lines(`
mật khẩu
mật mã
câu mật khẩu
anh yêu em
em yêu anh
yêu em
yêu anh
tôi yêu em
tôi yêu việt nam
việt nam
việt nam quê hương tôi
hà nội
sài gòn
hồ chí minh
bác hồ
đảng viên
đảng uỷ
đảng ủy
chi bộ
văn thư
văn phòng
công văn
hồ sơ
hồ sơ xã
uỷ ban
ủy ban
hội đồng nhân dân
mặt trận tổ quốc
đoàn thanh niên
nông dân
phụ nữ
cựu chiến binh
đảng cộng sản việt nam
cộng hoà xã hội chủ nghĩa việt nam
độc lập tự do hạnh phúc
không có gì quý hơn độc lập tự do
học tập và làm theo
chúc mừng năm mới
sinh nhật
gia đình
con yêu
bố mẹ
cha mẹ
ông bà
mẹ yêu con
bố yêu con
hạnh phúc
may mắn
bình an
phát tài
phát lộc
thành công
tình yêu
bạn bè
nhớ em
nhớ anh
xin chào
chào bạn
không biết
quên rồi
một hai ba
một hai ba bốn
một hai ba bốn năm
một hai ba bốn năm sáu
trăm năm trong cõi người ta
chữ tài chữ mệnh khéo là ghét nhau
công cha như núi thái sơn
nghĩa mẹ như nước trong nguồn chảy ra
bầu ơi thương lấy bí cùng
ăn quả nhớ kẻ trồng cây
uống nước nhớ nguồn
có công mài sắt có ngày nên kim
đi một ngày đàng học một sàng khôn
một cây làm chẳng nên non
ba cây chụm lại nên hòn núi cao
tiên học lễ hậu học văn
quê hương là chùm khế ngọt
như có bác hồ trong ngày vui đại thắng
đoàn quân việt nam đi
con cò bay lả bay la
cháu lên ba cháu đi mẫu giáo
máy tính
máy tính của tôi
cơ quan
nhà tôi
thái nguyên
cao bằng
bắc kạn
lạng sơn
tuyên quang
hà giang
thăng long
điện biên phủ
`);

/** Single syllables, commonest first. */
export const commonSyllables: readonly string[] = words(`
yêu anh em tôi bạn con mẹ bố ba cha ông bà chị cháu nhà quê hương đất nước việt nam hà nội đảng bác hồ
một hai ba bốn năm sáu bảy tám chín mười trăm nghìn vạn không có là và của cho với trong ngoài trên dưới
ngày tháng mùa xuân hạ thu đông sáng trưa chiều tối đêm hôm nay mai qua kia giờ phút
hoa mai đào lan cúc sen hồng huệ trúc tre lúa ngô khoai sắn rau cây lá cành rừng núi sông suối biển hồ ao đồi
trời mây mưa gió nắng trăng sao bão lũ sương mù đá cát bùn đường cầu phố chợ làng xã bản thôn tỉnh huyện
mèo chó gà vịt lợn trâu bò ngựa dê thỏ chuột hổ rồng rắn khỉ cá chim ong bướm voi
đỏ xanh vàng trắng đen tím nâu hồng xám cam lam lục
ăn uống ngủ đi đứng ngồi chạy nhảy học đọc viết nói nghe nhìn thấy biết hiểu nhớ quên làm chơi hát múa cười khóc
mua bán cho lấy mang cầm đưa nhận gửi mở khoá đóng cửa sổ bàn ghế giường tủ đèn quạt máy điện thoại sách vở bút giấy
cơm phở bún cháo bánh chè kẹo trà nước rượu bia muối đường mắm thịt trứng sữa
áo quần mũ giày dép túi ví tiền vàng bạc xe đạp thuyền tàu bay
đẹp xấu tốt hay dở to nhỏ lớn bé cao thấp dài ngắn rộng hẹp dày mỏng nặng nhẹ nhanh chậm mới cũ trẻ già nóng lạnh ấm mát
vui buồn giận sợ thương ghét mừng lo mong chờ đợi tin
tay chân mắt mũi miệng tai đầu tóc lưng bụng tim máu da mặt
người dân cán bộ công nhân nông trí thức bộ đội thầy cô giáo bác sĩ
văn thư phòng hồ sơ công tác hội đồng uỷ ban chủ tịch bí thư đoàn thể quốc gia tổ
tên họ tuổi số nhà mật khẩu mã an toàn bảo vệ hoà bình độc lập tự do hạnh phúc dân chủ
phúc lộc thọ khang ninh phú quý tài đức tâm thành công thắng lợi
đầu cuối giữa trước sau trái phải đông tây nam bắc
chiếc cái con quyển cuốn tờ cây quả bông đôi bộ căn ngôi chiếc
gì nào đâu sao ai này kia đó đây thế rất lắm quá được phải cần muốn thích đang đã sẽ vẫn còn chỉ cũng
`);

function lines(text: string): readonly string[] {
  return text.trim().split('\n');
}

function words(text: string): readonly string[] {
  return [...new Set(text.trim().split(/\s+/))];
}
