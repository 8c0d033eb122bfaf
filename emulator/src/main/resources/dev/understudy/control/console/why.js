// The story of a job or of an answer, and the faults in it.
import { html, nothing } from './lib/lit-html.js';

const TIME = /\b\d{4}-\d\d-\d\dT(\d\d:\d\d:\d\d)(\.\d+)?Z/g;

/** A sentence with its times cut to milliseconds; the whole times are in the title. */
function sentence(text) {
  const short = text.replace(TIME, (_, clock, part = '') => clock + part.slice(0, 4));
  return html`<li title=${short === text ? nothing : text}>${short}</li>`;
}

const drawn = ({ value, odds }) => `drawn ${Number(value).toFixed(3)}, strikes below ${odds}`;

const PLACES = { admission: 'instead of the call', wire: 'on the answer’s bytes', job: 'in the job', webhook: 'on the webhook' };

const asker = ({ origin, rule, strike, profile, field }) => ({
  script: `script, ${rule}, strike ${strike}`,
  profile: `profile ${profile}, ${rule}, strike ${strike}`,
  cue: `cue in ${field}`,
  header: 'header of the request',
})[origin];

const struck = (one) => html`
  <li><code>${one.fault}</code> <span class="quiet">${asker(one)}, ${PLACES[one.place]}${one.drawn ? `; ${drawn(one.drawn)}` : nothing}</span>
    ${one.source ? html`<div class="quiet source">${one.source}</div>` : nothing}</li>`;

export const faultList = (faults) => !faults?.length ? nothing
  : html`<h4>Faults that struck</h4><ul class="struck">${faults.map(struck)}</ul>`;

export const story = (told) => html`
  <h4>Why</h4>
  ${told ? html`<ol class="story">${told.story.map(sentence)}</ol>` : html`<p class="quiet">Asking…</p>`}`;
