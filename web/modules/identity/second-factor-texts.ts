import type { Texts } from "../../ui/text.ts";

export const factorTexts = {
  title: { vi: "Xác thực hai bước", en: "Second factor", zh: "两步验证" },
  on: { vi: "Đang bật", en: "On", zh: "已启用" },
  off: { vi: "Chưa bật", en: "Off", zh: "未启用" },
  what: {
    vi: "Sau mật khẩu, hệ thống hỏi thêm mã sáu số trên điện thoại của bạn: ai biết mật khẩu vẫn chưa vào được.",
    en: "After the password you are asked for six digits from your telephone: who knows the password alone does not get in.",
    zh: "输入密码后，还需输入手机上的六位数字：仅知道密码者无法进入。",
  },
  password: { vi: "Mật khẩu của bạn", en: "Your password", zh: "您的密码" },
  begin: { vi: "Bật xác thực hai bước", en: "Set a second factor", zh: "启用两步验证" },
  scan: {
    vi: "Quét mã này bằng một ứng dụng xác thực, hoặc gõ khóa vào ứng dụng:",
    en: "Scan this with an authenticator, or type the key into it:",
    zh: "用身份验证器扫描此码，或手动输入密钥：",
  },
  picture: { vi: "Mã QR của khóa xác thực", en: "QR code of the key", zh: "密钥二维码" },
  code: { vi: "Mã sáu số đang hiện", en: "The six digits shown now", zh: "当前显示的六位数字" },
  confirm: { vi: "Xác nhận", en: "Confirm", zh: "确认" },
  keep: {
    vi: "Đã bật. Hãy cất các mã dự phòng này: mỗi mã vào được một lần khi mất điện thoại. Chúng chỉ hiện lần này.",
    en: "It is set. Keep these recovery codes: each opens once when the telephone is lost. They are shown this once.",
    zh: "已启用。请妥善保存这些恢复码：手机丢失时每个可使用一次，仅显示这一次。",
  },
  kept: { vi: "Tôi đã cất các mã", en: "I have kept the codes", zh: "我已保存" },
  end: { vi: "Tắt xác thực hai bước", en: "End the second factor", zh: "停用两步验证" },
  ended: { vi: "Đã tắt xác thực hai bước.", en: "The second factor is ended.", zh: "已停用两步验证。" },
} as const satisfies Texts;
