const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
const sameYear = new Intl.DateTimeFormat("en", { day: "numeric", month: "short" });
const otherYear = new Intl.DateTimeFormat("en", { dateStyle: "medium" });
const exact = new Intl.DateTimeFormat("en", { dateStyle: "full", timeStyle: "medium" });

/** How long ago: `just now`, `5 minutes ago`, `yesterday`; a date after a week. Clocks that differ a little never give a future. */
export function relativeTime(date: Date, now: Date): string {
  const seconds = Math.max(0, (now.getTime() - date.getTime()) / 1000);
  if (seconds < 45) return "just now";
  if (seconds < HOUR) return relative.format(-Math.max(1, Math.round(seconds / MINUTE)), "minute");
  if (seconds < DAY) return relative.format(-Math.round(seconds / HOUR), "hour");
  if (seconds < 7 * DAY) return relative.format(-Math.round(seconds / DAY), "day");
  return (date.getFullYear() === now.getFullYear() ? sameYear : otherYear).format(date);
}

/** The moment in full, in the reader's time zone. */
export function exactTime(date: Date): string {
  return exact.format(date);
}
