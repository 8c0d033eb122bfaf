// How times, sums and names are written.

/** A time of a sandbox, to the second; with its day where that is not the day of `now`. */
export function time(iso, now) {
  const day = iso.slice(0, 10);
  const clock = new Date(iso).toISOString().slice(11, 19);
  return now && now.slice(0, 10) === day ? clock : `${day} ${clock}`;
}

/** A length of time in milliseconds, with two units at most. */
export function span(ms) {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1).replace(/\.0$/, '')} s`;
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 60) return `${minutes} min ${Math.round((ms % 60_000) / 1000)} s`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h ${minutes % 60} min` : `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

/** A sum in US dollars, with cents at least and no digit lost. */
export function usd(amount) {
  const [whole, part = ''] = String(amount).split('.');
  return `$${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${part.padEnd(2, '0')}`;
}

export const short = (id) => `${id.slice(0, 8)}…`;

export const size = (bytes) => (bytes < 10_000 ? `${bytes} B` : `${Math.round(bytes / 1024)} KB`);

/** A length of time as somebody types it, such as 90, 90s, 2m, 1.5 h or PT2M, in ISO 8601; empty if it is none. */
export function duration(typed) {
  const text = typed.trim();
  if (/^P/i.test(text)) return text.toUpperCase();
  const [, number, unit] = text.match(/^(\d+(?:\.\d+)?)\s*(ms|s|m|min|h|d)?$/i) ?? [];
  if (!number) return '';
  const seconds = { ms: 0.001, s: 1, m: 60, min: 60, h: 3600, d: 86_400 }[(unit ?? 's').toLowerCase()];
  return `PT${Number((Number(number) * seconds).toFixed(3))}S`;
}
