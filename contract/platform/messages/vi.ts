/**
 * Sentences of the platform's refusals and of faults in fields, and the kinds of value that a fault may ask for.
 * `{name}` is filled from the refusal's params.
 */
export const vi = {
  refusals: {
    invalid_input: "Có mục chưa đúng. Sửa các mục được nêu rồi gửi lại; chưa có gì được ghi.",
    malformed_request: "Yêu cầu không đọc được ({what} {key}). Chưa có gì được ghi.",
    not_signed_in: "Bạn chưa đăng nhập hoặc phiên đã hết. Đăng nhập lại rồi thử tiếp.",
    not_allowed: "Tài khoản của bạn không có quyền làm việc này.",
    scope_missing: "Mã truy cập này không được cấp phạm vi {scope}. Người quản trị cấp mã mới có phạm vi đó.",
    not_found: "Không tìm thấy nội dung này.",
    command_conflict: "Mã lệnh này đã được dùng cho việc khác. Tải lại trang rồi làm lại.",
    stale_state: "Dữ liệu vừa thay đổi. Xem trạng thái mới rồi quyết định lại.",
    payload_too_large: "Dữ liệu gửi lên quá lớn (tối đa {limit}).",
    too_many_requests: "Quá nhiều yêu cầu. Thử lại sau {seconds} giây.",
    internal: "Hệ thống gặp lỗi; chưa có gì được ghi. Thử lại, nếu vẫn lỗi hãy báo mã {requestId}.",
    not_ready: "Hệ thống đang khởi động. Thử lại sau ít phút.",
    database_away:
      "Cơ sở dữ liệu đang không trả lời; lệnh có thể chưa được ghi. Gửi lại sau ít phút, hệ thống không làm hai lần.",
    no_room:
      "Đĩa của máy chủ đã đầy nên chưa ghi được gì. Báo người vận hành giải phóng chỗ trống rồi gửi lại.",
    live_zone: "Khu này chạy theo giờ thật, không chỉnh được tốc độ.",
    clock_backwards: "Giờ mô phỏng không lùi lại được.",
  },
  fields: {
    required: "Còn thiếu mục này.",
    wrong_type: "Sai kiểu dữ liệu: cần {expected}.",
    unknown_key: "Mục này không có trong biểu mẫu: {keys}.",
    not_listed: "Giá trị không có trong danh mục: hãy chọn một giá trị có trong đó.",
    too_short: "Quá ngắn hoặc quá ít (tối thiểu {minimum}).",
    too_long: "Quá dài hoặc quá nhiều (tối đa {maximum}).",
    format: "Sai định dạng.",
    date_impossible: "Ngày giờ không có thật hoặc sai định dạng.",
    hidden_character: "Có ký tự ẩn hoặc ký tự đảo chiều chữ. Gõ lại mục này.",
    control_character: "Có ký tự điều khiển. Gõ lại mục này.",
    instant_format:
      "Thời điểm ghi theo ISO 8601, có múi giờ: 2026-11-22T08:00:00+07:00 hoặc 2026-11-22T01:00:00Z.",
    plate_format: "Biển số không đúng dạng. Ví dụ 29H-508.12 hoặc 桂F12345.",
    plate_country_for_kind:
      "Biển số không đúng nước của loại chuyến này. Chọn loại chuyến khác hoặc ghi biển số kia.",
    container_format: "Số công-te-nơ gồm 4 chữ và 7 số, ví dụ TLLU 528114 4.",
    container_check_digit: "Chữ số kiểm tra của số công-te-nơ không khớp. Xem lại số trên vỏ.",
    container_twice: "Một số công-te-nơ được ghi hai lần.",
    vin_format: "Số khung gồm 17 chữ và số, không có I, O, Q.",
  },
  alerts: {
    clock_title: "Đồng hồ máy chủ",
    clock_meaning:
      "Đồng hồ của máy chủ lệch so với cơ sở dữ liệu. Lệch nhiều thì giờ ghi trong nhật ký không còn đáng tin.",
    clock_mend: "Bật đồng bộ giờ (NTP) trên cả hai máy rồi kiểm tra lại.",
    sealer_title: "Niêm phong nhật ký",
    sealer_meaning:
      "Thời gian sự kiện cũ nhất còn chờ niêm phong. Khi việc này dừng, màn hình không cập nhật và các việc tự động không chạy.",
    sealer_mend:
      "Xem tiến trình worker có đang chạy không; nếu một giao dịch kéo dài đang giữ cơ sở dữ liệu, hãy kết thúc nó.",
    subscribers_title: "Việc chạy theo nhật ký",
    subscribers_meaning:
      "Số sự kiện mà phần xử lý chậm nhất chưa làm xong. Chậm nhiều thì kết quả phụ thuộc (ví dụ giải phóng sau khi nộp phí) đến muộn.",
    subscribers_mend:
      'Tìm dòng "a timer or subscriber failed" trong nhật ký máy chủ và sửa nguyên nhân; phần xử lý tự chạy tiếp.',
    disk_title: "Chỗ trống trên đĩa",
    disk_meaning:
      "Dung lượng còn trống của thư mục dữ liệu. Hết chỗ thì mọi lệnh bị từ chối; điều đã xác nhận vẫn còn.",
    disk_mend: "Chuyển bản sao lưu cũ đi nơi khác hoặc mở rộng đĩa. Không cần khởi động lại.",
    backup_title: "Bản sao lưu gần nhất",
    backup_meaning: "Số giờ từ bản sao lưu gần nhất. Nếu mất máy, những gì ghi sau đó sẽ mất.",
    backup_mend:
      "Chạy sao lưu ngay: npm run -s moc -- backup, hoặc POST /api/backups; rồi đặt lịch hằng ngày.",
    verify_title: "Kiểm tra chuỗi nhật ký",
    verify_meaning:
      "Số giờ từ lần cuối tính lại toàn bộ chuỗi băm của nhật ký. Chuỗi sai nghĩa là có dòng đã bị sửa, xoá hoặc chèn.",
    verify_mend:
      "Chạy npm run -s moc -- verify. Nếu chuỗi sai: giữ nguyên hiện trạng, đối chiếu với bản sao lưu và báo người phụ trách an toàn.",
  },
  verdicts: {
    altered: "Dòng ở vị trí {position} đã bị sửa.",
    removed: "Dòng ở vị trí {position} đã bị xoá.",
    inserted: "Có dòng bị chèn sau vị trí {position}.",
    cut_off: "Phần cuối nhật ký từ vị trí {position} đã mất.",
    holds: "Chuỗi đúng: {checked} sự kiện.",
  },
  types: {
    string: "chữ",
    number: "số",
    int: "số nguyên",
    boolean: "có hoặc không",
    array: "danh sách",
    object: "nhóm mục",
  },
} as const;
