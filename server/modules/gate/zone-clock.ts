/** An instant in the zone's time, `07:30`. */
export function clockOf(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("vi-VN", {
    timeZone,
    hour: "2-digit",
    minute: "2-digit",
    hour12: false,
  }).format(at);
}

/** An instant in the zone's time with its day, `23/11 07:30`. */
export function dayClock(at: Date, timeZone: string): string {
  const day = new Intl.DateTimeFormat("en-GB", { timeZone, day: "2-digit", month: "2-digit" }).format(at);
  return `${day} ${clockOf(at, timeZone)}`;
}
