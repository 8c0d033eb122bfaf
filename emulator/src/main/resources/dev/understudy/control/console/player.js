// Videos. Only the path of an address is used: whatever it names, it is fetched from this server.
import { html } from './lib/lit-html.js';

export function path(address) {
  try {
    return new URL(address, location.origin).pathname;
  } catch {
    return '';
  }
}

export const video = (address, title) => html`
  <figure class="video">
    <video controls preload="metadata" playsinline aria-label=${title} src=${path(address)}></video>
    <figcaption><a href=${path(address)} target="_blank" rel="noopener">Open</a> <a href=${path(address)} download>Save</a></figcaption>
  </figure>`;
