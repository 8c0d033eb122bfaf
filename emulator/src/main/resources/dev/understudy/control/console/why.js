// The story of a job or of an answer, and the faults in it.
import { html, nothing } from './lib/lit-html.js';

const TIME = /\b\d{4}-\d\d-\d\dT(\d\d:\d\d:\d\d)(\.\d+)?Z/g;

/** A sentence with its times cut to milliseconds; the whole times are in the title. */
function sentence(text) {
  const short = text.replace(TIME, (_, clock, part = '') => clock + part.slice(0, 4));
  return html`<li title=${short === text ? nothing : text}>${short}</li>`;
}

const drawn = ({ value, odds }) => `drawn ${Number(value).toFixed(3)}, strikes below ${odds}`;

const struck = (one) => html`
  <li><code>${one.fault}</code> <span class="quiet">${one.place}</span>
    <span>${one.why}${one.drawn ? html` <span class="quiet">(${drawn(one.drawn)})</span>` : nothing}</span>
    ${one.source ? html`<span class="quiet">Source: ${one.source}</span>` : nothing}</li>`;

export const faultList = (faults) => !faults?.length ? nothing
  : html`<h4>Faults that struck</h4><ul class="struck">${faults.map(struck)}</ul>`;

export const story = (told) => html`
  <h4>Why</h4>
  ${told ? html`<ol class="story">${told.story.map(sentence)}</ol>` : html`<p class="quiet">Asking…</p>`}`;
