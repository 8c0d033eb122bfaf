// Moving about by arrow keys: along tabs, and up and down in lists.

const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

function target(event, selector, keys) {
  const all = [...event.currentTarget.querySelectorAll(selector)];
  const at = all.indexOf(event.target.closest(selector));
  if (at < 0) return undefined;
  if (event.key === 'Home') return all[0];
  if (event.key === 'End') return all.at(-1);
  return keys.includes(event.key) ? all[at + STEPS[event.key]] ?? undefined : undefined;
}

/** A listener that moves the focus among what a selector finds, and does something to what gets it. */
export const moving = (selector, keys, reached = () => {}) => (event) => {
  const next = target(event, selector, keys);
  if (!next) return;
  event.preventDefault();
  next.focus();
  reached(next);
};

export const upAndDown = moving('.row', ['ArrowUp', 'ArrowDown']);
