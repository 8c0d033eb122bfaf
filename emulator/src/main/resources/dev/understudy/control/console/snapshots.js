// What a sandbox was at moments that somebody kept, going back to one, and beginning anew.
import { html } from './lib/lit-html.js';
import { attempt, call } from './api.js';
import { time } from './format.js';
import { anew, refresh } from './sandboxes.js';
import { current, state, update } from './store.js';
import { twice } from './twice.js';

const doing = (path, method, said, then) => attempt(async () => {
  await call(path, { method });
  await then();
  update({ said });
});

const place = (name) => `snapshots/${encodeURIComponent(name)}`;

const restore = (name) => doing(`${place(name)}/restore`, 'POST', `the sandbox is what it was in ${name}`, anew);
const forget = (name) => doing(place(name), 'DELETE', `snapshot ${name} is thrown away`,
  () => update({ snapshots: state.snapshots.filter((one) => one.name !== name) }));
const reset = () => doing('reset', 'POST', 'the sandbox was reset; nothing has happened in it', anew);

const take = (event) => attempt(async () => {
  event.preventDefault();
  const form = event.target;
  const name = new FormData(form).get('name').trim();
  await call('snapshots', { method: 'POST', body: { name } });
  form.reset();
  update({ said: `snapshot ${name} is taken` });
  refresh();
});

const row = (one) => html`
  <tr>
    <td><code>${one.name}</code></td><td>${time(one.at, current().clock.now)}</td><td class="figure">${one.predictions}</td>
    <td class="acts">${twice(`restore ${one.name}`, 'Restore', 'What came after it is lost.', () => restore(one.name))}
      ${twice(`forget ${one.name}`, 'Throw away', `${one.name} is lost.`, () => forget(one.name))}</td>
  </tr>`;

const table = (all) => html`
  <div class="scroll"><table>
    <caption class="hidden">Snapshots</caption>
    <thead><tr><th scope="col">Name</th><th scope="col">Time of the sandbox</th><th scope="col" class="figure">Jobs</th>
      <th><span class="hidden">What to do with it</span></th></tr></thead>
    <tbody>${all.map(row)}</tbody>
  </table></div>`;

export function snapshots() {
  if (!state.snapshots) return html`<p class="quiet loading">Loading…</p>`;
  return html`
    <div class="sections">
      <section><h2>Snapshots</h2>
        <p class="quiet">A snapshot has all that a client can see: jobs, characters, files, money, the journal, faults and the time.</p>
        ${state.snapshots.length ? table(state.snapshots) : html`<p>None was taken.</p>`}
        <form class="joined" @submit=${take}>
          <input name="name" aria-label="Name of a new snapshot" placeholder="a name" required>
          <button>Take a snapshot</button>
        </form>
      </section>
      <section><h2>Reset</h2>
        <p class="quiet">The sandbox of this key begins anew, clock and all, as if nobody had called. Its snapshots stay.</p>
        ${twice('reset', 'Reset the sandbox', 'All else is lost: jobs, characters, files, money, journal, webhooks, faults.', reset)}
      </section>
    </div>`;
}
