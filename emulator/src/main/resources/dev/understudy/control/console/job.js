// One job: what it was given, what it made, and why it is as it is.
import { html, nothing } from './lib/lit-html.js';
import { time, usd } from './format.js';
import { video } from './player.js';
import { ofPrediction } from './sandboxes.js';
import { all, state, update } from './store.js';
import { faultList, story } from './why.js';

const field = (name, value) => html`<dt>${name}</dt><dd>${value}</dd>`;

const text = (value) => (typeof value === 'string' ? value : JSON.stringify(value));

const output = (one) => html`
  <li>${one.video ? video(one.video, 'The output video') : html`Character <strong>${one.name}</strong> <code>${one.character}</code>`}</li>`;

function calls(prediction) {
  update({ filter: { ...all, prediction }, entry: 0 });
  location.hash = 'journal';
  ofPrediction(prediction);
}

export function job(one, now) {
  const { times, money } = one;
  return html`
    <div class="detail">
      <div class="facts">
        <h4>Input</h4>
        <dl>${Object.entries(one.input).map(([name, value]) => field(name, text(value)))}</dl>
        <h4>Job</h4>
        <dl>
          ${field('id', html`<code>${one.prediction}</code>`)}
          ${field('model', html`<code>${one.model}</code>`)}
          ${field('created', time(times.created, now))}
          ${times.starts ? field('starts', time(times.starts, now)) : nothing}
          ${times.ends ? field('ends', time(times.ends, now)) : nothing}
          ${field('moved by', times.movedBy)}
          ${money.price === undefined ? nothing : field('price', html`${usd(money.price)}${money.refunded ? ' (refunded)' : ''}`)}
        </dl>
        <button @click=${() => calls(one.prediction)}>Its calls in the journal</button>
      </div>
      <div class="cause">
        ${one.error ? html`<p class="error"><strong>Error</strong> ${one.error}</p>` : nothing}
        ${story(state.explained?.prediction === one.prediction ? state.explained : null)}
        ${faultList(one.faults)}
        ${one.outputs.length ? html`<h4>Output</h4><ul class="plain-list">${one.outputs.map(output)}</ul>` : nothing}
      </div>
    </div>`;
}
