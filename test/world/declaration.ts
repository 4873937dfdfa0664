import type { Declaration } from "@moc/contract/gate/declaration.ts";
import { containerCheckDigit } from "@moc/contract/gate/vehicle.ts";

let made = 0;

/** A declaration that is accepted: an export truck of its own, with one box of durian. Numbers differ from call to call. */
export function exportDeclaration(change: Partial<Declaration> = {}): Declaration {
  made += 1;
  const first10 = `TSTU${String(made).padStart(6, "0")}`;
  return {
    kind: "export_vn",
    regime: "ordinary",
    route: "1119-1120",
    vehicle: {
      plate: { country: "VN", number: `29H${String(10_000 + made)}` },
      payloadClass: "container_40",
      containers: [{ number: `${first10}${containerCheckDigit(first10)}`, size: "40" }],
    },
    driver: { name: "Nguyễn Văn Thử", paper: `TEST${made}` },
    owner: "Chủ hàng thử",
    goods: [{ name: "Sầu riêng", class: "durian", weightKg: 18_000 }],
    customsNumbers: [],
    quarantine: [],
    ...change,
  };
}

/** A declaration that is accepted: an import by a Chinese truck. */
export function importDeclaration(change: Partial<Declaration> = {}): Declaration {
  made += 1;
  return exportDeclaration({
    kind: "import_cn",
    vehicle: {
      plate: { country: "CN", number: `桂F${String(10_000 + made)}` },
      payloadClass: "from_18t",
      containers: [],
    },
    goods: [{ name: "Linh kiện điện tử", class: "electronics", weightKg: 9_000 }],
    ...change,
  });
}
