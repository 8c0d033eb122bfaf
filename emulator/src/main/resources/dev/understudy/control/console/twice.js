// A button for what cannot be taken back: it asks first, in the page, with the focus on the way out.
import { html } from './lib/lit-html.js';
import { state, update } from './store.js';

const focus = (name) => document.querySelector(`[data-twice="${CSS.escape(name)}"]`)?.focus();

function ask(name) {
  update({ asked: name });
  // The page is drawn before this runs: both are microtasks, and update came first.
  queueMicrotask(() => focus(`${name} keep`));
}

function leave(name) {
  update({ asked: '' });
  queueMicrotask(() => focus(name));
}

async function go(name, doing) {
  leave(name);
  await doing();
  // The button may have gone with what it was about.
  queueMicrotask(() => document.activeElement === document.body && document.getElementById('main').focus());
}

const escape = (name) => (event) => {
  if (event.key !== 'Escape') return;
  event.preventDefault();
  leave(name);
};

/**
 * @param name of what it does, unlike all others of the page
 * @param title of the button, which is also that of the second one
 * @param question what is lost
 */
export const twice = (name, title, question, doing) => state.asked !== name
  ? html`<button data-twice=${name} @click=${() => ask(name)}>${title}</button>`
  : html`
    <span class="asked" role="group" aria-label=${question} @keydown=${escape(name)}>
      <span>${question}</span>
      <button data-twice=${`${name} keep`} @click=${() => leave(name)}>No, keep it</button>
      <button class="grave" @click=${() => go(name, doing)}>Yes, ${title.toLowerCase()}</button>
    </span>`;
