// The sandboxes of the server: what each has, and which one is looked at.
import { html } from './lib/lit-html.js';
import { repeat } from './lib/directives/repeat.js';
import { time, usd } from './format.js';
import { choose } from './sandboxes.js';
import { state } from './store.js';

const ORDER = ['queued', 'processing', 'completed', 'failed', 'cancelled'];

const counts = (jobs) => ORDER.filter((word) => jobs[word]).map((word) =>
  html`<span class="count"><i class="dot ${word}"></i>${jobs[word]}<span class="hidden"> ${word}</span></span>`);

const item = (one) => html`
  <li><button class="sandbox" aria-pressed=${one.reference === state.reference} @click=${() => choose(one.reference)}>
    <span class="line"><code>${one.reference}</code><span class="quiet">${usd(one.money.net)}</span></span>
    <span class="line"><span class="counts">${Object.keys(one.jobs).length ? counts(one.jobs) : html`<span class="quiet">no jobs</span>`}</span>
      <span class="quiet">${one.clock.mode === 'real' ? '' : one.clock.mode === 'scaled' ? `× ${one.clock.scale}` : 'frozen'}
      ${one.profile === 'stable' ? '' : one.profile}</span></span>
    <span class="line quiet"><span>${one.lastSeen ? `last seen ${time(one.lastSeen, one.clock.now)}` : 'not used'}</span></span>
  </button></li>`;

export function sandboxes() {
  const { total, sandboxes: shown } = state.sandboxes;
  return html`
    <aside aria-label="Sandboxes">
      <h2>Sandboxes <span class="quiet">${total}</span></h2>
      <ul class="plain-list">${repeat(shown, (one) => one.reference, item)}</ul>
      ${total > shown.length ? html`<p class="quiet">The ${shown.length} used last are shown.</p>` : ''}
      ${total === 0 ? html`<p class="quiet">One for each API key.</p>` : ''}
    </aside>`;
}
