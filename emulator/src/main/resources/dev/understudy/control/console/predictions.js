// The jobs of a sandbox on a timeline, newest first.
import { html, nothing } from './lib/lit-html.js';
import { repeat } from './lib/directives/repeat.js';
import { usd } from './format.js';
import { job } from './job.js';
import { upAndDown } from './keys.js';
import { nowOf, refresh } from './sandboxes.js';
import { current, state, update } from './store.js';
import { axis, bar, ruler, said } from './timeline.js';

const SIZE = 25;
const STATES = ['queued', 'processing', 'completed', 'failed', 'cancelled'];
const SPANS = [[0, 'All'], [30e3, '30 s'], [300e3, '5 min'], [3.6e6, '1 h']];

function toggle(one) {
  const opened = state.opened === one.prediction ? '' : one.prediction;
  update({ opened });
  if (opened) refresh();
}

const gist = ({ input }) => input.prompt ?? input.name ?? input.video ?? input.from_task ?? '';

function row(one, shown) {
  const open = state.opened === one.prediction;
  return html`
    <li>
      <button class="row job" data-job=${one.prediction} aria-expanded=${open} @click=${() => toggle(one)}>
        <span class="status"><i class="dot ${one.status}"></i>${one.status}</span>
        <span class="what"><span class="gist">${gist(one)}</span>
          <span class="quiet model">${one.provider} · ${one.name}</span></span>
        <span class="track">${bar(one, shown)}<span class="quiet took">${said(one, shown.now)}</span></span>
        <span class="sum">${one.faults.length ? html`<span class="tag fault" title=${one.faults.map((fault) => fault.fault).join(', ')}>fault</span>` : nothing}
          ${one.money.price === undefined ? nothing : html`<span class=${one.money.refunded ? 'struck-out' : ''}>${usd(one.money.price)}</span>`}</span>
      </button>
      ${open ? job(one, new Date(shown.now).toISOString()) : nothing}
    </li>`;
}

const choice = (chosen, title, choose) => html`<button aria-pressed=${chosen} @click=${choose}>${title}</button>`;

function show(change) {
  update({ ...change, opened: '' });
  refresh();
}

const pages = (total) => total <= SIZE ? nothing : html`
  <div class="group" role="group" aria-label="Pages">
    <button ?disabled=${state.skip === 0} @click=${() => show({ skip: Math.max(0, state.skip - SIZE) })}>Newer</button>
    <span class="quiet">${state.skip + 1}–${Math.min(total, state.skip + SIZE)} of ${total}</span>
    <button ?disabled=${state.skip + SIZE >= total} @click=${() => show({ skip: state.skip + SIZE })}>Older</button>
  </div>`;

const none = () => html`
  <p class="empty">${state.jobState ? `No prediction is ${state.jobState} now.` : 'This key has submitted nothing yet, or its predictions were deleted.'}</p>`;

export function predictions() {
  if (!state.jobs) return html`<p class="quiet loading">Loading…</p>`;
  const { predictions: jobs, total } = state.jobs;
  const one = current();
  const shown = axis(jobs, nowOf(one.clock, state.sandboxes.read), state.span);
  const counts = STATES.filter((word) => one.jobs[word]).map((word) => `${one.jobs[word]} ${word}`).join(', ');
  return html`
    <div class="bar-of-tools">
      <div class="group" role="group" aria-label="State">
        ${choice(!state.jobState, 'All', () => show({ jobState: '', skip: 0 }))}
        ${STATES.map((word) => choice(state.jobState === word, html`${word}<span class="number">${one.jobs[word] ?? ''}</span>`,
          () => show({ jobState: word, skip: 0 })))}
      </div>
      <div class="group" role="group" aria-label="Part of time">
        ${SPANS.map(([width, title]) => choice(state.span === width, title, () => update({ span: width })))}
      </div>
      ${state.only ? html`<button aria-label="Show all predictions" @click=${() => show({ only: '' })}>only <code>${state.only.slice(0, 12)}…</code> ×</button>` : nothing}
      ${pages(total)}
    </div>
    <p class="hidden" role="status">${counts || 'no predictions'}</p>
    ${jobs.length === 0 ? none() : html`
      <div class="head job" aria-hidden="true"><span>Status</span><span>Prediction</span><span class="track">${ruler(shown)}</span><span>Cost</span></div>
      <ul class="rows" @keydown=${upAndDown}>${repeat(jobs, (job) => job.prediction, (job) => row(job, shown))}</ul>`}`;
}
