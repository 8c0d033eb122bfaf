// Jobs on a time axis. Drawn with attributes of SVG alone: the page's policy allows no styles but those of its sheet.
import { html, svg, nothing } from './lib/lit-html.js';
import { span } from './format.js';

const STEPS = [100, 200, 500, 1e3, 2e3, 5e3, 10e3, 15e3, 30e3, 60e3, 120e3, 300e3, 600e3, 900e3, 1.8e6, 3.6e6, 7.2e6, 2.16e7, 4.32e7, 8.64e7, 6.048e8];
const MIDDLE = 9;
// A circle, a diamond and a stroke: the colour is not all that tells them apart.
const ENDS = { completed: 'M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0', failed: 'M-5 0L0-5L5 0L0 5z', cancelled: 'M-1.5-6h3v12h-3z' };

const ms = (time) => (time ? Date.parse(time) : undefined);

/** The part of time that is shown: so many milliseconds around now or, for 0, all that the jobs took and will take. */
export function axis(jobs, now, width) {
  if (width) return scale(now - width * 0.8, now + width * 0.2, now);
  const begins = jobs.map((job) => ms(job.times.created));
  const ends = jobs.map((job) => (job.times.endless ? 0 : ms(job.times.ends) ?? 0));
  const from = Math.min(now, ...begins);
  const last = Math.max(from + 1000, ...ends, ...(jobs.some(atWork) ? [now] : begins));
  const margin = (last - from) * 0.04;
  return scale(from - margin, last + margin, now);
}

const atWork = (job) => ['queued', 'processing'].includes(job.status);

function scale(from, to, now) {
  return { from, to, now, at: (time) => ((time - from) / (to - from)) * 100 };
}

const percent = (value) => `${Math.max(-1, Math.min(101, value)).toFixed(3)}%`;

function ticks({ from, to }) {
  const most = innerWidth < 640 ? 4 : 8;
  const step = STEPS.find((one) => (to - from) / one <= most) ?? STEPS.at(-1);
  const first = Math.ceil(from / step) * step;
  return Array.from({ length: Math.max(0, Math.floor((to - first) / step) + 1) }, (_, i) => [first + i * step, step]);
}

const label = (time, step) => new Date(time).toISOString().slice(11, step < 1000 ? 21 : step < 60_000 ? 19 : 16);

const anchor = (at) => (at < 5 ? 'start' : at > 95 ? 'end' : 'middle');

export const ruler = (shown) => html`
  <svg class="ruler" width="100%" height="18" aria-hidden="true">
    ${ticks(shown).map(([time, step]) => svg`
      <line x1=${percent(shown.at(time))} x2=${percent(shown.at(time))} y1="13" y2="18"></line>
      <text x=${percent(shown.at(time))} y="10" text-anchor=${anchor(shown.at(time))}>${label(time, step)}</text>`)}
  </svg>`;

/** How long a job waited, ran and is still to run, in words. */
export function said({ status, times }, now) {
  const [created, starts, ends] = [ms(times.created), ms(times.starts), ms(times.ends)];
  if (times.movedBy === 'steps' && starts === undefined) return `${status}; moved by polls or steps`;
  if (status === 'queued') return `queued for ${span(Math.max(0, now - created))}`;
  if (times.endless) return 'never ends';
  if (status === 'processing') return `${span(Math.max(0, ends - now))} to go`;
  return ends === undefined ? status : `${span(starts - created)} queued, ${span(ends - starts)} processing`;
}

function part(shown, kind, from, to) {
  const [left, right] = [shown.at(from), shown.at(to)].map((value) => Math.max(-1, Math.min(101, value)));
  return right <= left ? nothing
    : svg`<rect class=${kind} x=${percent(left)} width=${`${(right - left).toFixed(3)}%`} y="5" height="8" rx="2"></rect>`;
}

/** A part of a bar, lighter from now on. */
const phase = (shown, kind, from, to) => svg`
  ${part(shown, kind, from, Math.min(to, shown.now))}${part(shown, `${kind} planned`, Math.max(from, shown.now), to)}`;

export function bar(job, shown) {
  const { created, starts, ends, endless } = job.times;
  const end = endless ? shown.to : ms(ends) ?? Math.max(shown.now, ms(created));
  const turn = Math.min(ms(starts) ?? end, end);
  const over = !atWork(job);
  return html`
    <svg class="bar" width="100%" height=${MIDDLE * 2} role="img" aria-label=${said(job, shown.now)}>
      ${ticks(shown).map(([time]) => svg`<line class="grid" x1=${percent(shown.at(time))} x2=${percent(shown.at(time))} y1="0" y2="18"></line>`)}
      ${phase(shown, 'queued', ms(created), turn)}${phase(shown, 'processing', turn, end)}
      <line class="now" x1=${percent(shown.at(shown.now))} x2=${percent(shown.at(shown.now))} y1="0" y2="18"></line>
      ${over ? svg`<svg x=${percent(shown.at(end))} y=${MIDDLE}><path class=${job.status} d=${ENDS[job.status]}></path></svg>` : nothing}
    </svg>`;
}
