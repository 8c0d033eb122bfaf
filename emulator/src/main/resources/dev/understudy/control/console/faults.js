// What goes wrong in a sandbox: its profile, and a script of faults with its accounts.
import { html, nothing } from './lib/lit-html.js';
import { attempt, call } from './api.js';
import { faultForm } from './fault-form.js';
import { progression } from './progression.js';
import { refresh } from './sandboxes.js';
import { state } from './store.js';

const asking = (doing) => attempt(async () => {
  await doing();
  refresh();
});

const choose = (name) => asking(() => call('profile', { method: 'PUT', body: { name } }));
const remove = (id) => asking(() => call(`faults/${encodeURIComponent(id)}`, { method: 'DELETE' }));
const clear = () => asking(() => call('faults', { method: 'DELETE' }));

const profile = (inUse) => ({ name, about, rules }) => html`
  <label class="choice"><input type="radio" name="profile" .checked=${inUse === name} @change=${() => choose(name)}>
    <span><strong>${name}</strong> <span class="quiet">${about}${rules.length ? ` ${rules.length} ${rules.length === 1 ? 'rule' : 'rules'}.` : ''}</span></span></label>`;

/** When a rule strikes, in words. */
function occasion({ when, after }) {
  const later = after ? `, after ${after}` : '';
  if (!when || when === 'always') return `always${later}`;
  if (when.next) return `next ${when.next}${later}`;
  if (when.every) return `every ${when.every}.${later}`;
  if (when['windows-every']) return `${when.lasting} in each ${when['windows-every']}${when.probability ? `, odds ${when.probability}` : ''}`;
  if (when.probability !== undefined) return `odds ${when.probability}${later}`;
  return Object.entries(when).map(([name, value]) => `${name} ${value}`).join(' ') + later;
}

const settings = (given = {}) => Object.entries(given).map(([name, value]) => `${name}=${value}`).join('; ');

const only = ({ on, model, makes, named, prediction }) =>
  [on && `on ${[on].flat().join(', ')}`, model, makes, named && `named ${named}`, prediction].filter(Boolean).join(' · ') || 'anything';

const rule = (removable) => (one) => html`
  <tr>
    <td><code>${one.fault}</code> <span class="quiet">${settings(one.with)}</span>${one.source ? html`<div class="quiet source">${one.source}</div>` : nothing}</td>
    <td>${occasion(one)}</td><td>${only(one)}</td>
    <td class="figure">${one.matched}</td><td class="figure">${one.struck}</td><td class="figure">${one.remaining ?? '–'}</td>
    <td>${removable ? html`<button aria-label=${`Remove ${one.id}`} @click=${() => remove(one.id)}>Remove</button>` : nothing}</td>
  </tr>`;

const accounts = (rules, caption, removable) => html`
  <div class="scroll"><table>
    <caption class="hidden">${caption}</caption>
    <thead><tr><th scope="col">Fault</th><th scope="col">When</th><th scope="col">Only</th><th scope="col" class="figure">Matched</th>
      <th scope="col" class="figure">Struck</th><th scope="col" class="figure">Left</th><th><span class="hidden">Removal</span></th></tr></thead>
    <tbody>${rules.map(rule(removable))}</tbody>
  </table></div>`;

export function faults() {
  if (!state.faults) return html`<p class="quiet loading">Loading…</p>`;
  const { rules, profiles, profile: inUse, kinds } = state.faults;
  return html`
    <div class="sections">
      <section><h2>Profile</h2>
        <div role="radiogroup" aria-label="Profile">${profiles.map(profile(inUse.name))}</div>
        ${inUse.rules.length ? accounts(inUse.rules, 'Rules of the profile', false) : nothing}
      </section>
      <section><h2>Script</h2>
        <p class="quiet">Rules are asked in their order, before the profile's; the first that strikes is the one.</p>
        ${rules.length ? accounts(rules, 'Rules of the script', true) : html`<p>No rules.</p>`}
        ${faultForm(kinds, asking)}
        ${rules.length ? html`<button @click=${clear}>Clear the script</button>` : nothing}
      </section>
      ${progression(asking)}
    </div>`;
}
