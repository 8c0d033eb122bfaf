// A form for each model, the call that it means, and what is answered.
import { html, nothing } from './lib/lit-html.js';
import { attempt, call } from './api.js';
import { showPrediction } from './entry.js';
import { field, read } from './form.js';
import { inputs, request, title } from './providers.js';
import { choose, refresh } from './sandboxes.js';
import { LANGUAGES } from './snippets.js';
import { state, update } from './store.js';

const set = (change) => update({ play: { ...state.play, ...change } });
const change = (name, value) => set({ values: { ...state.play.values, [name]: value } });
const models = () => state.models;
const chosen = () => models().find(({ model }) => model === state.play.model) ?? models()[0];

function wanted(model) {
  const values = Object.fromEntries(inputs(model).map(({ name, schema }) =>
    [name, read(schema, state.play.values[name] ?? (schema.enum && schema.default !== undefined ? String(schema.default) : undefined))]));
  return request(model, values);
}

// The storage of one provider stands in for all that take URLs: what a key has uploaded is its sandbox's.
async function upload(file) {
  const form = new FormData();
  form.append('file', file);
  const answer = await fetch('/api/v3/media/upload/binary', { method: 'POST', headers: { Authorization: `Bearer ${state.play.key}` }, body: form });
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok || !body.data) throw new Error(`the file was not taken: ${body.message ?? `HTTP ${answer.status}`}`);
  return body.data.download_url;
}

const drop = (model) => (name, file) => attempt(async () =>
  change(name, inputs(model).find((input) => input.name === name).file ? file : await upload(file)));

function bodyOf({ json, form }) {
  if (json) return JSON.stringify(json);
  const body = new FormData();
  form.forEach(([name, value]) => body.append(name, value));
  return body;
}

const indented = (text) => {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
};

const send = (event) => {
  event.preventDefault();
  const { path, auth: [header, prefix], json, form } = wanted(chosen());
  set({ answer: null, sending: true });
  attempt(async () => {
    try {
      const answer = await fetch(path, {
        method: 'POST',
        headers: { [header]: prefix + state.play.key, ...(json && { 'Content-Type': 'application/json' }) },
        body: bodyOf({ json, form }),
      });
      set({ answer: { status: answer.status, type: answer.headers.get('Content-Type'), body: indented(await answer.text()) } });
    } finally {
      set({ sending: false });
    }
    refresh();
  });
};

const look = () => attempt(async () => {
  const { reference } = await call('sandbox', { key: state.play.key });
  choose(reference);
  const { predictions: [newest] } = await call('predictions?limit=1');
  if (newest) showPrediction(newest.prediction);
});

const option = (model) => html`<option value=${model.model} ?selected=${model.model === chosen().model}>${model.name}</option>`;

const groups = () => [...new Set(models().map(({ provider }) => provider))].map((provider) => html`
  <optgroup label=${title(provider)}>${models().filter((model) => model.provider === provider).map(option)}</optgroup>`);

const answered = ({ status, body }) => html`
  <div class="line"><h3>Answer <span class=${`code ${status >= 400 ? 'failed' : 'well'}`}>${status}</span></h3>
    ${status < 400 ? html`<button @click=${look}>Look at it</button>` : nothing}</div>
  <pre tabindex="0" aria-label="Answer">${body}</pre>`;

const code = (written) => html`
  <div class="group" role="group" aria-label="Language">
    ${Object.keys(LANGUAGES).map((name) => html`<button type="button" aria-pressed=${state.play.language === name} @click=${() => set({ language: name })}>${name}</button>`)}
  </div>
  <pre class="snippet" tabindex="0" aria-label="The call">${written}</pre>
  <button type="button" @click=${() => navigator.clipboard?.writeText(written)}>Copy</button>`;

export function playground() {
  if (!models()) return html`<p class="quiet loading">Loading…</p>`;
  const model = chosen();
  const meant = wanted(model);
  const { key, values, language, answer, sending } = state.play;
  const written = LANGUAGES[language]({ ...meant, url: location.origin + meant.path });
  return html`
    <div class="sections two play">
      <section><form @submit=${send}>
        <div class="field"><label for="in-model">Model</label>
          <select id="in-model" @change=${(event) => set({ model: event.target.value, answer: null })}>${groups()}</select>
          <p class="quiet">${model.description}</p></div>
        <div class="field"><label for="in-key">API key</label>
          <input id="in-key" type="password" autocomplete="off" required .value=${key} @input=${(event) => set({ key: event.target.value })}>
          <p class="quiet">Any key; each has a sandbox of its own. It is never shown, and stands in no example.</p></div>
        ${inputs(model).map((input) => field(input, values[input.name], change, drop(model)))}
        <button class="main" ?disabled=${sending}>${sending ? 'Sending…' : 'Send'}</button>
      </form></section>
      <section><h2>The call</h2>${code(written)}<div class="answer" role="status">${answer ? answered(answer) : nothing}</div></section>
    </div>`;
}
