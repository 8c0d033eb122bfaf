// Keeps what the page knows up to date: the sandboxes, and whatever the view in front shows of one of them.
import { attempt, call } from './api.js';
import { follow } from './live.js';
import { current, state, unknown, update } from './store.js';

const KEPT = 200;
const MOST = 5000;
const TICK = 500;
// In ticks; as long as there is no journal to follow, only asking tells of a first caller.
const SELDOM = 10;
const OFTEN = 2;

let stop = () => {};
let begun = false;
let busy = false;
let again = false;

const LOADERS = {
  predictions: async () => {
    const query = `skip=${state.skip}&limit=25${state.jobState && `&state=${state.jobState}`}${state.only && `&prediction=${state.only}`}`;
    const { opened } = state;
    const [jobs, told] = await Promise.all([call(`predictions?${query}`), opened && call(`predictions/${opened}/explain`).catch(() => null)]);
    return { jobs: { ...jobs, read: performance.now() }, ...(told && { explained: told }) };
  },
  characters: async () => ({ characters: await call('characters') }),
  faults: async () => {
    const [kinds, rules, profiles, profile, progression] = await Promise.all([
      state.faults?.kinds ?? call('faults/kinds').then((answer) => answer.kinds),
      call('faults'), call('profiles'), call('profile'), call('progression')]);
    return { faults: { kinds, rules: rules.rules, profiles: profiles.profiles, profile, progression } };
  },
  playground: async () => ({ models: state.models ?? (await call('models')).models }),
  money: async () => {
    const [ledger, hygiene] = await Promise.all([call('ledger'), call('hygiene')]);
    return { money: { ledger, hygiene } };
  },
  webhooks: async () => {
    const [told, inboxes] = await Promise.all([call('webhooks/deliveries?limit=100'), call('inbox?limit=100')]);
    return { webhooks: { told, inboxes } };
  },
  snapshots: async () => ({ snapshots: (await call('snapshots')).snapshots }),
};

async function load() {
  const list = await call('sandboxes?limit=100');
  update({ sandboxes: { ...list, read: performance.now() } });
  if (!state.reference && list.sandboxes.length > 0) choose(list.sandboxes[0].reference);
  const { reference, view } = state;
  if (!reference && view !== 'playground') return;
  const change = await LOADERS[view]?.();
  // Somebody may have turned to another one meanwhile.
  if (change && reference === state.reference && view === state.view) update(change);
}

// A server that was started anew may not know the sandbox any more.
function forget() {
  stop();
  update({ reference: '', ...unknown(), live: 'connecting' });
  refresh();
}

async function loadAsKnown() {
  try {
    await load();
    if (state.away) update({ away: '' });
  } catch (problem) {
    if (problem.status === 404 && problem.message.includes('Understudy-Sandbox')) forget();
    else if (!state.locked) update({ away: problem.message });
  }
}

/** Asks anew; while an answer is on its way, once more after it. */
export async function refresh() {
  if (busy) {
    again = true;
    return;
  }
  busy = true;
  again = false;
  const asked = performance.now();
  await loadAsKnown();
  // A server that has much to count is left in peace for longer than it took.
  setTimeout(() => {
    busy = false;
    if (again) refresh();
  }, Math.max(150, 4 * (performance.now() - asked)));
}

function merge(entries) {
  const known = new Set(state.entries.map((entry) => entry.number));
  const all = [...state.entries, ...entries.filter((entry) => !known.has(entry.number))];
  update({ entries: all.sort((one, other) => other.number - one.number).slice(0, MOST) });
}

/** Turns to a sandbox, and follows its journal from its last entries on. */
export function choose(reference, known = {}) {
  stop();
  update({ reference, ...unknown(), ...known });
  stop = follow(Math.max(0, (current()?.entries ?? 0) - KEPT), {
    entries: (entries) => {
      merge(entries);
      refresh();
    },
    restarted: () => {
      update({ entries: [], entry: 0 });
      refresh();
    },
    standing: (live) => update({ live }),
  });
  refresh();
}

/** Looks anew at a sandbox that is not what it was, but for its snapshots. */
export async function anew() {
  const one = await call('sandbox');
  const { sandboxes: list, snapshots } = state;
  update({ sandboxes: { ...list, sandboxes: list.sandboxes.map((other) => (other.reference === one.reference ? one : other)), read: performance.now() } });
  choose(one.reference, { snapshots });
}

/** Loads entries that came before those that are shown. */
export const older = () => attempt(async () => {
  const first = state.entries.at(-1)?.number ?? 1;
  const after = Math.max(0, first - 1 - KEPT);
  merge((await call(`journal?after=${after}&limit=${KEPT}`)).entries);
});

/** Loads the entries of a prediction, however old they are. */
export const ofPrediction = (prediction) => attempt(async () =>
  merge((await call(`journal?prediction=${prediction}`)).entries));

/** Milliseconds on a sandbox's clock, as far as it has gone on since it was read. */
export function nowOf(clock, read) {
  const factor = { frozen: 0, scaled: clock.scale, real: 1 }[clock.mode];
  return Date.parse(clock.now) + factor * (performance.now() - read);
}

// A job goes on by the clock alone, and nobody says so.
function due() {
  const one = current();
  const now = one && nowOf(one.clock, state.sandboxes.read);
  return state.jobs?.predictions.some((job) => ['queued', 'processing'].includes(job.status)
    && now >= Date.parse(job.status === 'queued' ? job.times.starts : job.times.ends));
}

/** Begins, or goes on after a token was given. */
export function start() {
  if (state.reference) choose(state.reference);
  refresh();
  if (begun) return;
  begun = true;
  let ticks = 0;
  setInterval(() => {
    ticks += 1;
    if (document.hidden || state.locked) return;
    if (due() || ticks % (state.reference ? SELDOM : OFTEN) === 0) refresh();
    else update();
  }, TICK);
}
