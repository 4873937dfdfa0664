/**
 * Notices composed for the tests in the manner of other provinces. They are invented: no such document exists, and
 * their numbers, dates and projects stand for nothing.
 */

/** Letterhead in capitals, numbered heads that name the lead, lettered items. */
export const LETTERED_NOTICE = `ỦY BAN NHÂN DÂN
TỈNH QUẢNG NINH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 412/TB-UBND
Quảng Ninh, ngày 03 tháng 6 năm 2024

THÔNG BÁO
Ý kiến kết luận của đồng chí Trần Văn Bình, Phó Chủ tịch UBND tỉnh tại cuộc họp về bến bãi cửa khẩu Bắc Luân II

Ngày 31/5/2024, đồng chí Trần Văn Bình đã chủ trì cuộc họp. Sau khi nghe Sở Giao thông vận tải báo cáo, đồng chí Phó Chủ tịch kết luận như sau:

1. Cơ bản thống nhất với báo cáo của Sở Giao thông vận tải tại Tờ trình số 77/TTr-SGTVT ngày 28/5/2024.

2. Sở Giao thông vận tải:

a) Khẩn trương hoàn thiện phương án phân luồng, trình UBND tỉnh trước ngày 15/6/2024.

b) Chủ trì, phối hợp với Công an tỉnh, UBND thành phố Móng Cái tổ chức điều tiết phương tiện; báo cáo kết quả định kỳ hằng tuần.

3. Giao Sở Tài chính chủ trì, phối hợp với Sở Kế hoạch và Đầu tư tham mưu UBND tỉnh cân đối nguồn vốn trong quý III/2024.

4. UBND thành phố Móng Cái chịu trách nhiệm bàn giao mặt bằng sạch cho chủ đầu tư chậm nhất ngày 30 tháng 6 năm 2024; đồng thời tuyên truyền, vận động các hộ dân chấp hành.

5. Yêu cầu Ban Quản lý Khu kinh tế Quảng Ninh, Cục Hải quan tỉnh báo cáo UBND tỉnh những khó khăn vượt thẩm quyền.

Nơi nhận:
- Như thành phần;
- Lưu: VT, GT.
`;

/** A plan: what is to be done, then "Tổ chức thực hiện" with one heading per department. */
export const DEPARTMENT_PLAN = `UBND TỈNH TÂY NINH
SỞ XÂY DỰNG
Số: 58/KH-SXD
Tây Ninh, ngày 12 tháng 01 năm 2024

KẾ HOẠCH
Chỉnh trang đô thị khu vực cửa khẩu Mộc Bài năm 2024

Căn cứ Luật Xây dựng năm 2014;
Căn cứ Nghị định số 15/2021/NĐ-CP ngày 03/3/2021 của Chính phủ;

I. MỤC ĐÍCH, YÊU CẦU
1. Tăng cường quản lý trật tự xây dựng trên địa bàn.
2. Bảo đảm công khai, minh bạch.

II. NHIỆM VỤ TRỌNG TÂM NĂM 2024
1. Rà soát hiện trạng vỉa hè, hệ thống thoát nước; hoàn thành trước ngày 31/3/2024.
2. Lập danh mục công trình cần chỉnh trang, trình UBND tỉnh phê duyệt trong tháng 4/2024.

III. TỔ CHỨC THỰC HIỆN
1. Phòng Quản lý đô thị
- Tham mưu tổ chức thực hiện Kế hoạch này.
- Tổng hợp, báo cáo Giám đốc Sở trước ngày 20 hằng tháng.
2. Thanh tra Sở
- Kiểm tra, xử lý vi phạm trật tự xây dựng.
3. UBND thị xã Trảng Bàng
- Ngay sau khi được bố trí vốn, tổ chức lựa chọn nhà thầu.

Nơi nhận:
- UBND tỉnh;
- Lưu: VT.
`;

/** An urgent letter: addressed to directors, chairmen and units, orders in numbered paragraphs. */
export const URGENT_LETTER = `ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH LÀO CAI               Độc lập - Tự do - Hạnh phúc
Số: 1290/UBND-KT           Lào Cai, ngày 05 tháng 9 năm 2023
V/v tháo gỡ ùn ứ hàng hóa tại cửa khẩu quốc tế Kim Thành

Kính gửi:
- Ban Quản lý Khu kinh tế tỉnh;
- Cục Hải quan tỉnh.

Thời gian qua, lượng phương tiện tăng cao; một số doanh nghiệp chưa đăng ký trước. UBND tỉnh yêu cầu các cơ quan, đơn vị thực hiện các nội dung sau:

1. Ban Quản lý Khu kinh tế tỉnh chủ trì, phối hợp với các lực lượng chức năng kéo dài thời gian thông quan đến hết ngày 30/9/2023.

2. Đề nghị Cục Hải quan tỉnh bố trí đủ nhân lực, giải quyết thủ tục ngay trong ngày; trong thời hạn 05 ngày làm việc kể từ ngày nhận được văn bản này, báo cáo UBND tỉnh kết quả.

3. Giám đốc Sở Công Thương trực tiếp làm việc với các doanh nghiệp; trường hợp vượt thẩm quyền, kịp thời báo cáo UBND tỉnh xem xét.

Trên cơ sở báo cáo của các đơn vị, Văn phòng UBND tỉnh tổng hợp, tham mưu UBND tỉnh trước 17h00 ngày 20/9/2023./.

Nơi nhận:
- Như trên;
- Lưu: VT.
`;
