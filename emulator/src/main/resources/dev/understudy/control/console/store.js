// What the page knows, in one place. Views are functions of it; whoever changes it calls update, and the page is drawn again.

/** A filter of the journal that lets all through. */
export const all = { text: '', status: '', prediction: '', polls: true, control: true };

/** What is known of one sandbox; as it is when the page turns to another one. */
export const unknown = () => ({
  jobs: null,
  skip: 0,
  jobState: '',
  span: 0,
  only: '',
  opened: '',
  explained: null,
  entries: [],
  filter: all,
  entry: 0,
  why: null,
  characters: null,
  faults: null,
  kind: '',
  whenever: 'next',
  money: null,
  webhooks: null,
  delivery: 0,
  received: 0,
  parcel: null,
  snapshots: null,
  asked: '',
  said: '',
});

export const state = {
  view: 'predictions',
  locked: false,
  wrong: false,
  problem: '',
  away: '',
  live: 'connecting',
  sandboxes: { total: 0, sandboxes: [], read: 0 },
  reference: '',
  models: null,
  play: { model: '', key: 'playground', values: {}, language: 'curl', answer: null, sending: false },
  ...unknown(),
};

let draw = () => {};
let waiting = false;

/** Names the function that draws the page. */
export function drawnBy(drawing) {
  draw = drawing;
}

/** Changes what the page knows. Several changes in a row are drawn once. */
export function update(change = {}) {
  Object.assign(state, change);
  if (!waiting) {
    waiting = true;
    queueMicrotask(() => {
      waiting = false;
      draw();
    });
  }
}

/** The summary of the sandbox that is looked at, if there is one. */
export const current = () => state.sandboxes.sandboxes.find((one) => one.reference === state.reference);
