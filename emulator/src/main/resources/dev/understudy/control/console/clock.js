// The clock of a sandbox: how it goes, and pushing it.
import { html } from './lib/lit-html.js';
import { attempt, call } from './api.js';
import { duration } from './format.js';
import { nowOf, refresh } from './sandboxes.js';
import { state, update } from './store.js';

const PUSHES = [['PT1S', '+1 s'], ['PT10S', '+10 s'], ['PT1M', '+1 min'], ['PT10M', '+10 min'], ['PT1H', '+1 h']];

const set = (body) => attempt(async () => {
  await call('clock', { method: 'POST', body });
  refresh();
});

const push = (by) => attempt(async () => {
  update({ said: fired(await call('clock/advance', { method: 'POST', body: { by } })) });
  refresh();
});

function typed(event) {
  event.preventDefault();
  const by = duration(new FormData(event.target).get('by'));
  if (by) push(by);
  else update({ problem: 'a length of time is typed as 90, 90s, 2m, 1.5h or PT2M' });
}

function scale(event) {
  event.preventDefault();
  set({ mode: 'scaled', scale: Number(new FormData(event.target).get('scale')) });
}

function fired({ fired: events, more, settled }) {
  const words = { transition: 'job moved', webhook: 'webhook sent', refill: 'limit refilled', expiry: 'expired' };
  const counts = Object.entries(words)
    .map(([type, word]) => [events.filter((event) => event.type === type).length, word])
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} × ${word}`);
  return `${counts.join(', ') || 'nothing happened on the way'}${more ? `, and ${more} more` : ''}${settled ? '' : '; not all is over yet'}`;
}

export function clock({ clock: one }) {
  const now = new Date(nowOf(one, state.sandboxes.read)).toISOString();
  const mode = (word, title, body) => html`
    <button aria-pressed=${one.mode === word} @click=${() => set(body)}>${title}</button>`;
  return html`
    <section class="clock" aria-label="Clock of the sandbox">
      <p class="now"><span class="quiet">${now.slice(0, 10)}</span> <strong>${now.slice(11, 19)}</strong> <span class="quiet">UTC</span></p>
      <div class="group" role="group" aria-label="How it goes">
        ${mode('real', 'Run', { mode: 'real' })}
        ${mode('frozen', 'Freeze', { mode: 'frozen' })}
        <form class="joined" @submit=${scale}>
          <input name="scale" type="number" aria-label="Speed" min="0.001" max="100000" step="any" .defaultValue=${String(one.scale ?? 60)} required>
          <button aria-pressed=${one.mode === 'scaled'}>× speed</button>
        </form>
      </div>
      <div class="group" role="group" aria-label="Push it">
        ${PUSHES.map(([by, title]) => html`<button @click=${() => push(by)}>${title}</button>`)}
        <form class="joined" @submit=${typed}>
          <input name="by" aria-label="Push by" placeholder="90s, 2m, PT1H" size="9" required>
          <button>Push</button>
        </form>
      </div>
      <p class="quiet fired" role="status">${state.said}</p>
    </section>`;
}
