// A form for a rule of a script: a fault with its parameters, when it strikes, and what.
import { html, nothing } from './lib/lit-html.js';
import { call } from './api.js';
import { state, update } from './store.js';

const WHENS = { next: ['the next', '1'], every: ['each so-and-so-many', '3'], probability: ['with odds of', '0.2'], always: ['always', ''] };
const ON = ['submit', 'poll', 'list', 'delete', 'upload', 'download', 'put', 'models', 'price', 'balance'];

/** The rule that a filled-in form means. */
export function ruleOf(form, kind) {
  const data = new FormData(form);
  const given = (name) => data.get(name)?.trim();
  const parameters = kind.parameters.map(({ name }) => [name, given(`with-${name}`)]).filter(([, value]) => value);
  const when = given('when');
  return {
    fault: kind.fault,
    ...(parameters.length && { with: Object.fromEntries(parameters) }),
    when: when === 'always' ? when : { [when]: Number(given('number')) },
    ...(given('on') && { on: given('on') }),
    ...(given('model') && { model: given('model') }),
  };
}

const parameter = ({ name, values, default: usual, about }) => html`
  <label title=${about}>${name} <input name=${`with-${name}`} placeholder=${usual === 'none' ? values : usual}></label>`;

const kindOf = (kinds) => kinds.find(({ fault }) => fault === state.kind) ?? kinds[0];

export function faultForm(kinds, asking) {
  const kind = kindOf(kinds);
  const when = state.whenever;
  const submit = (event) => {
    event.preventDefault();
    const rule = ruleOf(event.target, kind);
    asking(() => call('faults', { method: 'POST', body: { rules: [rule] } }));
  };
  return html`
    <form class="fields" aria-label="A rule" @submit=${submit}>
      <label>Fault <select name="fault" @change=${(event) => update({ kind: event.target.value })}>
        ${kinds.map(({ fault }) => html`<option ?selected=${fault === kind.fault}>${fault}</option>`)}</select></label>
      <label>When <select name="when" @change=${(event) => update({ whenever: event.target.value })}>
        ${Object.entries(WHENS).map(([word, [title]]) => html`<option value=${word} ?selected=${word === when}>${title}</option>`)}</select></label>
      ${when === 'always' ? nothing : html`<label>Number <input name="number" type="number" min="0" step="any" required .defaultValue=${WHENS[when][1]} size="5"></label>`}
      <label>On <select name="on"><option value="">any call</option>${ON.map((word) => html`<option>${word}</option>`)}</select></label>
      <label>Model <input name="model" placeholder="any, or openai/sora-2/*"></label>
      ${kind.parameters.map(parameter)}
      <button class="main">Add the rule</button>
      <p class="quiet about">${kind.about} <span>It acts ${kind.acts}.</span></p>
    </form>`;
}
