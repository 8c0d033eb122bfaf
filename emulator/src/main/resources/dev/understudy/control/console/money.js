// What the jobs would have cost, and how the client behaved.
import { html, nothing } from './lib/lit-html.js';
import { showEntry } from './entry.js';
import { usd } from './format.js';
import { state } from './store.js';

const figure = (title, amount) => html`<div><dt>${title}</dt><dd>${usd(amount)}</dd></div>`;

const costs = (title, rows, name) => rows.length === 0 ? nothing : html`
  <div class="scroll"><table>
    <caption class="hidden">Costs by ${name}</caption>
    <thead><tr><th scope="col">${title}</th><th scope="col" class="figure">Jobs</th><th scope="col" class="figure">Charged</th>
      <th scope="col" class="figure">Refunded</th><th scope="col" class="figure">Net</th></tr></thead>
    <tbody>${rows.map((one) => html`<tr><td><code>${one[name]}</code></td><td class="figure">${one.jobs}</td>
      <td class="figure">${usd(one.charged)}</td><td class="figure">${usd(one.refunded)}</td><td class="figure">${usd(one.net)}</td></tr>`)}</tbody>
  </table></div>`;

const evidence = ({ entries, said }) => html`
  <li>${said} ${entries.map((number) => html`<button class="link" @click=${() => showEntry(number)}>#${number}</button> `)}</li>`;

const habit = (one) => html`
  <li class="habit">
    <span class=${one.kept ? 'verdict kept' : `verdict ${one.severity}`}>${one.kept ? 'kept' : `${one.severity} × ${one.count}`}</span>
    <div><strong>${one.kept ? one.rule : one.habit}</strong>
      <p class="quiet">${one.advice}</p>
      ${one.kept ? nothing : html`
        <details><summary>Evidence and source</summary>
          <ul class="evidence">${one.evidence.map(evidence)}</ul><p class="quiet">${one.source}</p></details>`}
    </div>
  </li>`;

export function money() {
  if (!state.money) return html`<p class="quiet loading">Loading…</p>`;
  const { ledger, hygiene } = state.money;
  const broken = hygiene.rules.filter((one) => !one.kept);
  return html`
    <div class="sections two">
      <section><h2>Ledger</h2>
        <p class="quiet">What it would have cost, in US dollars.</p>
        <dl class="figures">${figure('Charged', ledger.charged)}${figure('Refunded', ledger.refunded)}${figure('Net', ledger.net)}${figure('Balance', ledger.balance)}</dl>
        ${costs('Model', ledger.models, 'model')}${costs('Test', ledger.tests, 'test')}
      </section>
      <section><h2>Hygiene</h2>
        <p><span class=${`grade ${hygiene.grade}`}>${hygiene.grade}</span> ${hygiene.meaning}
          <span class="quiet">of ${hygiene.calls} calls${hygiene.dropped ? `, ${hygiene.dropped} not kept any more` : nothing}</span></p>
        <ul class="plain-list">${broken.map(habit)}${hygiene.rules.filter((one) => one.kept).map(habit)}</ul>
      </section>
    </div>`;
}
