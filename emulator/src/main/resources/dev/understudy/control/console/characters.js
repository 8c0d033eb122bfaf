// The characters that jobs of a sandbox made, with the clips that they were made from.
import { html, nothing } from './lib/lit-html.js';
import { repeat } from './lib/directives/repeat.js';
import { showPrediction } from './entry.js';
import { time } from './format.js';
import { video } from './player.js';
import { current, state } from './store.js';

const card = (now) => (one) => html`
  <li class="card">
    ${one.clip ? video(one.clip, `The clip of ${one.name}`) : html`<p class="no-clip quiet">Its clip is not a file of this server.</p>`}
    <h3>${one.name}</h3>
    <code>${one.id}</code>
    <p class="quiet">made ${time(one.madeAt, now)} by <button class="link" @click=${() => showPrediction(one.prediction)}><code>${one.prediction.slice(0, 12)}…</code></button></p>
  </li>`;

export function characters() {
  if (!state.characters) return html`<p class="quiet loading">Loading…</p>`;
  const { total, characters: shown } = state.characters;
  if (total === 0) return html`<p class="empty">No job of this key has made a character yet.</p>`;
  return html`
    <p class="bar-of-tools quiet" role="status">${total} ${total === 1 ? 'character' : 'characters'}${shown.length < total ? `; the newest ${shown.length} are shown` : nothing}</p>
    <ul class="cards">${repeat(shown, (one) => one.id, card(current().clock.now))}</ul>`;
}
