// What was told to receivers of webhooks, and what arrived in the inboxes of the sandbox; both newest first.
import { html, nothing } from './lib/lit-html.js';
import { repeat } from './lib/directives/repeat.js';
import { attempt, call } from './api.js';
import { showPrediction } from './entry.js';
import { size, time } from './format.js';
import { upAndDown } from './keys.js';
import { current, state, update } from './store.js';

const CLASSES = { success: 'well', failed: 'failed', pending: 'warned' };

/** What came of an attempt, in a few words. */
const outcome = (attempt) => attempt.outcome === 'pending' ? 'under way' : attempt.status ? `HTTP ${attempt.status}` : attempt.error;

const event = (one) => (one.told ? `job ${one.told}` : 'job deleted since');

const attempts = (one) => html`
  <div class="detail">
    <div class="facts">
      <h4>Delivery</h4>
      <dl>
        <dt>event</dt><dd>${event(one)}</dd>
        <dt>receiver</dt><dd><code>${one.receiver}</code></dd>
        <dt>due</dt><dd><code>${one.due}</code></dd>
        <dt>prediction</dt><dd><button class="link" @click=${() => showPrediction(one.prediction)}><code>${one.prediction}</code></button></dd>
      </dl>
    </div>
    <div class="cause">
      <h4>Attempts</h4>
      ${one.attempts.length === 0 ? html`<p class="quiet">None yet: a fault holds it back.</p>` : html`
        <ol class="story">${one.attempts.map((made) => html`<li><code>${time(made.at, current().clock.now)}</code>
          <span class=${`came ${CLASSES[made.outcome]}`}>${outcome(made)}</span></li>`)}</ol>`}
    </div>
  </div>`;

function told(one) {
  const open = state.delivery === one.number;
  const last = one.attempts.at(-1);
  return html`
    <li>
      <button class="row told" data-delivery=${one.number} aria-expanded=${open} @click=${() => update({ delivery: open ? 0 : one.number })}>
        <span class="quiet">${one.number}</span><span class="quiet">${time((last ?? { at: one.due }).at, current().clock.now)}</span>
        <span class="told-event">${event(one)}</span>
        <span class="path"><span class="gist">${one.receiver}</span></span>
        <span class="quiet tries">${one.attempts.length === 1 ? '1 attempt' : `${one.attempts.length} attempts`}</span>
        <span class=${`came ${last ? CLASSES[last.outcome] : 'warned'}`}><span class="gist">${last ? outcome(last) : 'held back'}</span></span>
      </button>
      ${open ? attempts(one) : nothing}
    </li>`;
}

const read = (one) => attempt(async () => {
  const { deliveries } = await call(`inbox/${encodeURIComponent(one.inbox)}?number=${one.number}`);
  if (state.received !== one.number) return;
  // An inbox may have been emptied since it was listed.
  update(deliveries[0] ? { parcel: deliveries[0] } : { received: 0, problem: 'it was thrown away meanwhile' });
});

function toggle(one) {
  const open = state.received === one.number;
  update({ received: open ? 0 : one.number, parcel: null });
  if (!open) read(one);
}

/** A body as it is easy to read, if it is JSON. */
function legible(body) {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

const contents = (parcel) => !parcel ? html`<div class="detail"><p class="quiet">Asking…</p></div>` : html`
  <div class="detail">
    <div class="facts">
      <h4>Headers</h4>
      <dl>${Object.entries(parcel.headers).map(([name, value]) => html`<dt>${name}</dt><dd><code>${value}</code></dd>`)}
        ${parcel.query ? html`<dt>query</dt><dd><code>${parcel.query}</code></dd>` : nothing}
        <dt>at</dt><dd><code>${parcel.at}</code></dd></dl>
    </div>
    <div class="cause"><h4>Body</h4><pre tabindex="0" aria-label="Body">${legible(parcel.body)}</pre></div>
  </div>`;

function received(one) {
  const open = state.received === one.number;
  return html`
    <li>
      <button class="row arrived" data-received=${one.number} aria-expanded=${open} @click=${() => toggle(one)}>
        <span class="quiet">${one.number}</span><span class="quiet">${time(one.at, current().clock.now)}</span>
        <span class="path"><span class="gist">${one.inbox}</span></span>
        <span class=${`came ${one.signatureValid ? 'well' : 'failed'}`}>${one.signatureValid ? 'proven' : 'not proven'}</span>
        <span class="size quiet">${size(one.characters)}</span>
      </button>
      ${open ? contents(state.parcel?.number === one.number ? state.parcel : null) : nothing}
    </li>`;
}

const shown = (list, total) => (list.length < total ? html`<span class="quiet">the newest ${list.length} of ${total}</span>` : html`<span class="quiet">${total}</span>`);

const address = () => `${location.origin}/__understudy/inbox/${state.reference}/console`;

export function webhooks() {
  if (!state.webhooks) return html`<p class="quiet loading">Loading…</p>`;
  const { told: { deliveries, total }, inboxes } = state.webhooks;
  return html`
    <section class="list"><h2>Sent ${shown(deliveries, total)}</h2>
      ${total === 0 ? html`<p class="quiet">No job that was submitted with a webhook has ended yet.</p>` : html`
        <div class="head told" aria-hidden="true"><span>#</span><span>Time</span><span>Event</span><span>Receiver</span><span>Attempts</span><span>Outcome</span></div>
        <ul class="rows" @keydown=${upAndDown}>${repeat(deliveries, (one) => one.number, told)}</ul>`}
    </section>
    <section class="list"><h2>Arrived in inboxes ${shown(inboxes.deliveries, inboxes.total)}</h2>
      ${inboxes.total > 0 ? nothing : html`<p class="quiet">Nothing. This is the address of an inbox of this sandbox; its last word may be any other: <code>${address()}</code></p>`}
      ${inboxes.total === 0 ? nothing : html`
        <div class="head arrived" aria-hidden="true"><span>#</span><span>Time</span><span>Inbox</span><span>Proof</span><span>Body</span></div>
        <ul class="rows" @keydown=${upAndDown}>${repeat(inboxes.deliveries, (one) => one.number, received)}</ul>`}
    </section>`;
}
