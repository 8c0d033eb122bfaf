// A form for the inputs of a model, made from its schema.
import { html, nothing } from './lib/lit-html.js';
import { size } from './format.js';

const TALL = ['prompt'];

/** The value that a text stands for where its schema has no text. */
export function read({ type, items }, text) {
  if (text === '' || text === undefined || text instanceof File) return text;
  if (type === 'integer' || type === 'number') return Number(text);
  if (type === 'boolean') return text === 'true';
  if (type !== 'array') return text;
  const ids = text.split(/[\s,]+/).filter(Boolean);
  return items?.type === 'object' ? ids.map((id) => ({ id })) : ids;
}

const option = (chosen) => (value) => html`<option ?selected=${String(value) === chosen}>${value}</option>`;

function control({ name, schema, required }, value, change) {
  const id = `in-${name}`;
  const listen = (event) => change(name, event.target.value);
  if (schema.enum) {
    return html`<select id=${id} @change=${listen}>${required || schema.default !== undefined ? nothing : html`<option></option>`}
      ${schema.enum.map(option(value ?? String(schema.default ?? '')))}</select>`;
  }
  if (TALL.includes(name)) return html`<textarea id=${id} rows="3" ?required=${required} .value=${value ?? ''} @input=${listen}></textarea>`;
  const number = schema.type === 'integer' || schema.type === 'number';
  return html`<input id=${id} type=${number ? 'number' : 'text'} ?required=${required} .value=${value ?? ''}
    placeholder=${schema.type === 'array' ? 'ids, with commas between' : schema.default ?? nothing} min=${schema.minimum ?? nothing}
    max=${schema.maximum ?? nothing} maxlength=${schema.maxLength ?? nothing} @input=${listen}>`;
}

const accepts = { video: 'video/mp4,video/quicktime,video/webm,.mp4,.mov,.webm', image: 'image/*' };

function dropzone({ name, media, file, required }, value, change, drop) {
  const over = (event) => event.preventDefault();
  const dropped = (event) => {
    event.preventDefault();
    if (event.dataTransfer.files[0]) drop(name, event.dataTransfer.files[0]);
  };
  const chosen = value instanceof File;
  return html`
    <div class="drop" @dragover=${over} @drop=${dropped}>
      ${file ? nothing : html`<input id=${`in-${name}`} type="text" ?required=${required} placeholder="a URL, or drop a file" .value=${value ?? ''}
        @input=${(event) => change(name, event.target.value)}>`}
      <label class="button">${chosen ? html`${value.name} <span class="quiet">${size(value.size)}</span>` : `${file ? 'Drop or choose' : 'Choose'} a ${media === 'video' ? 'clip' : 'picture'}`}
        <input type="file" class="hidden" id=${file ? `in-${name}` : nothing} accept=${accepts[media]} aria-label=${`A file for ${name}`}
          @change=${(event) => event.target.files[0] && drop(name, event.target.files[0])}></label>
    </div>`;
}

/** One input; `change` gets what is typed, `drop` a file. */
export const field = (input, value, change, drop) => html`
  <div class="field">
    <label for=${`in-${input.name}`}>${input.name}${input.required ? html`<span class="needed" title="required"> *</span>` : nothing}</label>
    ${input.media ? dropzone(input, value, change, drop) : control(input, value, change)}
    ${input.schema.description ? html`<p class="quiet">${input.schema.description}</p>` : nothing}
  </div>`;
