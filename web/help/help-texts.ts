import type { Texts } from "../ui/text.ts";

export const helpTexts = {
  help: { vi: "Trợ giúp màn hình này", en: "Help on this screen", zh: "本屏帮助" },
  close: { vi: "Đóng trợ giúp", en: "Close the help", zh: "关闭帮助" },
  print: { vi: "In trang này", en: "Print this", zh: "打印" },
  points: { vi: "Làm gì ở đây", en: "What to do here", zh: "在此做什么" },
  keys: { vi: "Phím", en: "Keys", zh: "按键" },
  find: { vi: "tìm xe từ bất kỳ màn hình nào", en: "find a truck from any screen", zh: "任意界面查找车辆" },
  open: { vi: "mở hoặc đóng trợ giúp này", en: "open or close this help", zh: "打开或关闭本帮助" },
  escape: { vi: "đóng phần đang mở", en: "close what is open", zh: "关闭当前窗口" },
  terms: { vi: "Từ trên màn hình này", en: "Words on this screen", zh: "本屏用语" },
  chosen: {
    vi: "° cách gọi tiếng Trung do chúng tôi chọn, chờ văn bản song phương",
    en: "° a Chinese rendering of our own choice, until a bilateral text confirms one",
    zh: "° 为本平台暂用译名，待双边文件确认",
  },
} as const satisfies Texts;
