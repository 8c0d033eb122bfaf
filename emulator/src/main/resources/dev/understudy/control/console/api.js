// Calls of the control API. The sandbox is named by its reference; the token, where the server wants one, is kept for as
// long as the tab is open.
import { state, update } from './store.js';

const TOKEN = 'understudy-token';

export class Problem extends Error {
  constructor(status, title) {
    super(title);
    this.status = status;
  }
}

/** What a call says of itself: the sandbox that it is about, by its key or else by the one that is looked at. */
export function headers(key) {
  const token = sessionStorage.getItem(TOKEN);
  return {
    ...(key ? { Authorization: `Bearer ${key}` } : state.reference && { 'Understudy-Sandbox': state.reference }),
    ...(token && { 'Understudy-Token': token }),
  };
}

/** Keeps a token for later calls. */
export function keepToken(token) {
  sessionStorage.setItem(TOKEN, token);
}

/** Says what a refusal is about, and asks for a token where that is what is missing. */
export async function refusal(answer) {
  const body = await answer.json().catch(() => ({}));
  const title = body.title ?? `HTTP ${answer.status}`;
  if (answer.status === 401 && title.includes('Understudy-Token')) update({ locked: true, wrong: sessionStorage.getItem(TOKEN) !== null });
  return new Problem(answer.status, title);
}

const reach = (path, options) => fetch(path, options).catch(() => {
  throw new Problem(0, 'The server does not answer.');
});

/**
 * A call under /__understudy/; gives what its JSON says.
 * @param key of the sandbox that it is about, where that is not the one that is looked at
 */
export async function call(path, { method = 'GET', body, key } = {}) {
  const answer = await reach(path, {
    method,
    headers: { ...headers(key), ...(body && { 'Content-Type': 'application/json' }) },
    body: body && JSON.stringify(body),
    cache: 'no-store',
  });
  if (!answer.ok) throw await refusal(answer);
  return answer.status === 204 ? null : answer.json();
}

/** Does what somebody asked for, and shows why if it is refused. */
export async function attempt(doing) {
  if (state.problem) update({ problem: '' });
  try {
    return await doing();
  } catch (problem) {
    if (!state.locked) update({ problem: problem.message });
    return undefined;
  }
}
