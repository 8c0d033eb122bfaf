// The page: a header, the sandboxes, the clock of one of them, and a view of it.
import { html, nothing, render } from './lib/lit-html.js';
import { attempt, call, keepToken } from './api.js';
import { characters } from './characters.js';
import { clock } from './clock.js';
import { faults } from './faults.js';
import { journal } from './journal.js';
import { moving } from './keys.js';
import { money } from './money.js';
import { playground } from './playground.js';
import { predictions } from './predictions.js';
import { refresh, start } from './sandboxes.js';
import { sandboxes } from './sandbox-list.js';
import { snapshots } from './snapshots.js';
import { current, drawnBy, state, update } from './store.js';
import { webhooks } from './webhooks.js';

const VIEWS = {
  predictions: ['Predictions', predictions],
  journal: ['Journal', journal],
  characters: ['Characters', characters],
  webhooks: ['Webhooks', webhooks],
  faults: ['Faults', faults],
  money: ['Ledger & hygiene', money],
  snapshots: ['Snapshots & reset', snapshots],
  playground: ['Playground', playground],
};

const LIVE = {
  on: 'live',
  polling: 'asking every 2 s',
  away: 'not reachable, trying again',
  connecting: 'nothing to follow yet',
};

function unlock(event) {
  event.preventDefault();
  keepToken(new FormData(event.target).get('token').trim());
  update({ locked: false, problem: '' });
  start();
}

const locked = () => html`
  <main id="main" class="lock">
    <h1>This server wants its token</h1>
    <p>It was set with <code>--control-token</code>, or stands on the line that said <em>ready</em>. It is kept for as long as this tab is open.</p>
    <form @submit=${unlock}>
      <label>Token <input name="token" type="password" autocomplete="off" required autofocus></label>
      <button>Open</button>
    </form>
    <p class="problem" role="alert" ?hidden=${!state.wrong}>That is not its token.</p>
  </main>`;

const along = moving('[role=tab]', ['ArrowLeft', 'ArrowRight'], (tab) => tab.click());

const tab = ([name, [title]]) => html`
  <button role="tab" id=${`tab-${name}`} aria-controls="view" aria-selected=${state.view === name}
    tabindex=${state.view === name ? 0 : -1} @click=${() => (location.hash = name)}>${title}</button>`;

const tabs = () => html`
  <div class="tabs" role="tablist" aria-label="Views" @keydown=${along}>${Object.entries(VIEWS).map(tab)}</div>`;

const example = () => `curl ${location.origin}/api/v3/openai/sora-2/text-to-video \\
  -H 'Content-Type: application/json' -H 'Authorization: Bearer any' \\
  -d '{"prompt": "Rain on a tin roof"}'`;

const empty = () => html`
  <section class="empty">
    <h2>Nobody has called yet</h2>
    <p>Point a client at <code>${location.origin}</code> with any API key, or try a model in the <a href="#playground">playground</a>.
      Each key gets a sandbox of its own, which is shown here as soon as it is used.</p>
    <pre tabindex="0" aria-label="An example">${example()}</pre>
  </section>`;

function page() {
  const [, view] = VIEWS[state.view];
  return html`
    <header class="top">
      <h1><img src="console/icon.svg" alt="" width="18" height="18">Understudy</h1>
      <code class="quiet">${location.origin}</code>
      <span class="live ${state.live}" role="status">${LIVE[state.live]}</span>
    </header>
    <div class="columns">
      ${sandboxes()}
      <div class="content">
        ${current() ? clock(current()) : nothing}
        ${tabs()}
        ${state.away ? html`<p class="problem" role="alert">${state.away}</p>` : nothing}
        ${state.problem ? html`<p class="problem" role="alert">${state.problem}
          <button class="plain" aria-label="Dismiss" @click=${() => update({ problem: '' })}>×</button></p>` : nothing}
        <main id="main" tabindex="-1">
          <div id="view" role="tabpanel" aria-labelledby=${`tab-${state.view}`}>${current() || state.view === 'playground' ? view() : empty()}</div>
        </main>
      </div>
    </div>`;
}

function turn() {
  const name = location.hash.slice(1);
  update({ view: name in VIEWS ? name : 'predictions', asked: '' });
  refresh();
}

drawnBy(() => render(state.locked ? locked() : page(), document.getElementById('app')));
addEventListener('hashchange', () => location.hash !== '#main' && turn());
turn();
attempt(() => call('sandboxes?limit=1')).then(() => !state.locked && start());
