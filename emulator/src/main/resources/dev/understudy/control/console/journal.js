// The requests of a sandbox, newest first: filtered here, among those that were loaded.
import { html, nothing } from './lib/lit-html.js';
import { repeat } from './lib/directives/repeat.js';
import { explain, entry } from './entry.js';
import { size, time } from './format.js';
import { upAndDown } from './keys.js';
import { older } from './sandboxes.js';
import { current, state, update } from './store.js';

const MOST = 300;
const KINDS = {
  '': ['All', () => true],
  '2xx': ['2xx', ({ status }) => status >= 200 && status < 300],
  '4xx': ['4xx', ({ status }) => status >= 400 && status < 500],
  '5xx': ['5xx', ({ status }) => status >= 500 || status === 0],
  struck: ['Faults', ({ struck }) => struck?.length > 0],
  notes: ['Notes', ({ notes }) => notes.length > 0],
};

const isPoll = ({ method, operation }) => method === 'GET' && /\.(result|character|deliveries\.one)$/.test(operation);

const texts = ({ method, path, query, operation, prediction, agent, test, status, shown, notes, struck = [] }) =>
  [method, path, query, operation, prediction, agent, test, status, shown, ...notes, ...struck.map((one) => one.fault)];

/** The entries that a filter lets through; each of its words must be somewhere in an entry. */
export function passing(entries, { text, status, prediction, polls, control }) {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const [, kind] = KINDS[status];
  return entries.filter((one) => kind(one) && (!prediction || one.prediction === prediction) && (polls || !isPoll(one))
    && (control || !one.operation?.startsWith('control.'))
    && (words.length === 0 || words.every((word) => texts(one).join(' ').toLowerCase().includes(word))));
}

function toggle(number) {
  const opened = state.entry === number ? 0 : number;
  update({ entry: opened, why: null });
  if (opened) explain(opened);
}

const verdict = (status) => (status === 0 || status >= 500 ? 'failed' : status >= 400 ? 'warned' : 'well');

const asked = (one) => html`
  <span class="method">${one.method}</span>
  <span class="path"><span class="gist">${one.path}${one.query ? html`<span class="quiet">?${one.query}</span>` : nothing}</span></span>
  <span class=${`code ${verdict(one.status)}`}>${one.status}</span>
  <span class="shown">${one.shown ?? ''}${one.struck?.length ? html` <span class="tag fault">fault</span>` : nothing}</span>
  <span class="size quiet">${size(one.answered)}</span>`;

const noted = (one) => html`<span class="note quiet">${one.notes.join('; ')}</span>`;

const row = (now) => (one) => {
  const open = state.entry === one.number;
  return html`
    <li>
      <button class="row call" data-entry=${one.number} aria-expanded=${open} @click=${() => toggle(one.number)}>
        <span class="quiet">${one.number}</span><span class="quiet">${time(one.at, now)}</span>
        ${one.method ? asked(one) : noted(one)}
      </button>
      ${open ? entry(one) : nothing}
    </li>`;
};

const set = (change) => update({ filter: { ...state.filter, ...change } });

const shownToo = (name, title) => html`
  <label class="choice"><input type="checkbox" .checked=${state.filter[name]} @change=${(event) => set({ [name]: event.target.checked })}>${title}</label>`;

const tools = (filter, count) => html`
  <form class="bar-of-tools" role="search" @submit=${(event) => event.preventDefault()}>
    <input type="search" aria-label="Filter" placeholder="Filter: path, operation, id, test, note" size="34" .value=${filter.text}
      @input=${(event) => set({ text: event.target.value })}>
    <div class="group" role="group" aria-label="Kind">
      ${Object.entries(KINDS).map(([kind, [title]]) => html`
        <button type="button" aria-pressed=${filter.status === kind} @click=${() => set({ status: kind })}>${title}</button>`)}
    </div>
    ${shownToo('polls', 'Polls')}${shownToo('control', 'Control calls')}
    ${filter.prediction ? html`<button type="button" aria-label="Show the calls of all predictions" @click=${() => set({ prediction: '' })}>
      of <code>${filter.prediction.slice(0, 12)}…</code> ×</button>` : nothing}
    <span class="quiet count-of" role="status">${count} of ${state.entries.length}</span>
  </form>`;

export function journal() {
  const found = passing(state.entries, state.filter);
  const oldest = state.entries.at(-1)?.number ?? 0;
  return html`
    ${tools(state.filter, found.length)}
    ${found.length === 0 ? html`<p class="empty">${state.entries.length ? 'No call passes the filter.' : 'Nothing was asked yet.'}</p>` : html`
      <div class="head call" aria-hidden="true"><span>#</span><span>Time</span><span>Method</span><span>Path</span><span>Status</span><span>Shown</span><span>Size</span></div>
      <ul class="rows" @keydown=${upAndDown}>${repeat(found.slice(0, MOST), (one) => one.number, row(current().clock.now))}</ul>`}
    <p class="after">
      ${found.length > MOST ? html`<span class="quiet">The newest ${MOST} are shown; filter for others.</span>` : nothing}
      ${oldest > 1 ? html`<button @click=${older}>Load earlier calls</button>` : nothing}
    </p>`;
}
