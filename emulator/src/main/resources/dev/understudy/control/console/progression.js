// What moves the jobs of a sandbox.
import { html, nothing } from './lib/lit-html.js';
import { call } from './api.js';
import { state, update } from './store.js';

const WORDS = {
  time: 'the sandbox’s clock',
  immediate: 'nothing: they end at once',
  polls: 'polls: each one is a step',
  manual: 'steps that are asked for',
};

const choose = (asking, word) => asking(() => call('progression', { method: 'PUT', body: { progression: word } }));

const step = (asking) => asking(async () => update({ pushed: await call('step', { method: 'POST' }) }));

export function progression(asking) {
  const { server, sandbox, models } = state.faults.progression;
  const inUse = (sandbox ?? server).progression;
  const others = Object.keys(models).length;
  return html`
    <section><h2>What moves jobs</h2>
      <div role="radiogroup" aria-label="What moves jobs">
        ${Object.entries(WORDS).map(([word, about]) => html`
          <label class="choice"><input type="radio" name="progression" .checked=${word === inUse} @change=${() => choose(asking, word)}>
            <span><strong>${word}</strong> <span class="quiet">${about}</span></span></label>`)}
      </div>
      <p class="quiet">It holds for jobs that are submitted from now on.${others ? ` ${others} models have one of their own.` : nothing}</p>
      ${inUse === 'time' || inUse === 'immediate' ? nothing : html`<button @click=${() => step(asking)}>Step all jobs</button>`}
    </section>`;
}
