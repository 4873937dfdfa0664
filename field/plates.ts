import { containerCheckDigit } from "@moc/contract/gate/vehicle.ts";
import type { Random } from "./random.ts";

const vnProvinces = [
  "12C",
  "29H",
  "98C",
  "34C",
  "15H",
  "89C",
  "36C",
  "60H",
  "51D",
  "65C",
  "37C",
  "99C",
] as const;
const cnPrefixes = ["桂F", "桂A", "桂B", "粤B", "湘A", "渝A"] as const;
const families = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Nông", "Hứa", "Lý", "Vi", "Lương"] as const;
const givens = ["Văn Mô", "Thị Phỏng", "Văn Giả", "Quốc Định", "Minh Họa", "Đình Thử"] as const;

export function vnPlate(random: Random) {
  return { country: "VN" as const, number: `${random.pick(vnProvinces)}${random.between(10_000, 99_999)}` };
}

/** A trailer carries a plate of its own, ending in R. */
export function vnTrailer(random: Random) {
  const series = random.pick(["12", "29", "98", "15"] as const);
  return { country: "VN" as const, number: `${series}R${random.between(10_000, 99_999)}` };
}

export function cnPlate(random: Random) {
  return { country: "CN" as const, number: `${random.pick(cnPrefixes)}${random.between(10_000, 99_999)}` };
}

/** A refrigerated box of an invented owner code with a right check digit. */
export function containerNumber(random: Random): string {
  const first10 = `MOCU${String(random.between(0, 999_999)).padStart(6, "0")}`;
  return `${first10}${containerCheckDigit(first10)}`;
}

/** Invented and meant to be seen as such. */
export function driver(random: Random) {
  return {
    name: `${random.pick(families)} ${random.pick(givens)}`,
    paper: `MP${random.between(10_000_000, 99_999_999)}`,
  };
}

export function vin(random: Random): string {
  const letters = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789";
  return Array.from({ length: 17 }, () => letters[random.between(0, letters.length - 1)]).join("");
}
