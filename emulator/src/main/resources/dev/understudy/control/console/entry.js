// One exchange: what is kept of it, and why it was answered so. Bodies and keys are not kept.
import { html, nothing } from './lib/lit-html.js';
import { attempt, call } from './api.js';
import { size } from './format.js';
import { all, state, update } from './store.js';
import { faultList, story } from './why.js';

/** Asks why an entry is as it is. */
export const explain = (number) => attempt(async () => {
  const why = await call(`journal/${number}/explain`);
  if (state.entry === number) update({ why });
});

/** Turns to a prediction. */
export function showPrediction(prediction) {
  update({ only: prediction, opened: prediction, explained: null, jobs: null, skip: 0, jobState: '' });
  location.hash = 'predictions';
}

/** Turns to an entry of the journal. */
export function showEntry(number) {
  update({ entry: number, why: null, filter: all });
  location.hash = 'journal';
  explain(number);
}

const fields = (one) => [
  ['operation', one.operation && html`<code>${one.operation}</code>`],
  ['path', one.path && html`<code>${one.path}${one.query ? `?${one.query}` : ''}</code>`],
  ['at', html`<code>${one.at}</code>`],
  ['status', one.status],
  ['job shown as', one.shown],
  ['Retry-After', one.retryAfter && `${one.retryAfter} s`],
  ['sent', one.sent === undefined ? '' : html`${size(one.sent)}${one.digest ? html` <span class="quiet">digest <code>${one.digest}</code></span>` : nothing}`],
  ['answered', one.answered === undefined ? '' : size(one.answered)],
  ['client', one.agent],
  ['test', one.test],
  ['prediction', one.prediction && html`<button class="link" @click=${() => showPrediction(one.prediction)}><code>${one.prediction}</code></button>`],
];

export const entry = (one) => html`
  <div class="detail">
    <div class="facts">
      <h4>Exchange</h4>
      <dl>${fields(one).filter(([, value]) => value).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
    </div>
    <div class="cause">${story(state.why?.entry.number === one.number ? state.why : null)}${faultList(one.struck)}</div>
  </div>`;
